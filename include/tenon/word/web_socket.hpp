// The peer of a web socket, as the conversation with it sees it.
#pragma once

#include <coroutine>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tenon/word/close_code.hpp"
#include "tenon/word/conversation.hpp"
#include "tenon/word/request.hpp"

namespace tenon {

struct web_socket_message {
  std::string text{};      // UTF-8, or any bytes
  bool is_binary = false;  // any bytes
};

// `using chat = tenon::web_socket<"/chat/{room}", tenon::authenticated>;` in the list of routes, and
//   tenon::conversation handle(chat route, tenon::web_socket_peer& peer, auto ctx) {
//     while (const auto message = co_await peer.receive()) co_await peer.send(message->text);
//   }
// It is for one coroutine, on the connection's thread, where that runs. Whoever goes on to receive or to send after
// having been told that there is nothing more is destroyed at its next but one.
class web_socket_peer {
 public:
  // Of the handshake; it stays until the conversation ends, with its passport.
  [[nodiscard]] const tenon::request& request() const noexcept { return request_; }

  // The next message, in the order in which they came; none: the peer has closed or is gone, or the server, or whose
  // the conversation is, stops and would like it to end.
  [[nodiscard]] auto receive() noexcept { return receiving{*this}; }
  // Whether `receive` would wait or give something.
  [[nodiscard]] bool is_open() const noexcept { return has_message() || !is_over(); }

  // `text` is UTF-8, else the peer closes. Comes back when the peer has taken most of what was sent before, so that a
  // slow one costs no memory. False: it will not get it, because it has closed or is gone.
  [[nodiscard]] auto send(std::string_view text) noexcept { return sending{*this, text, false}; }
  [[nodiscard]] auto send_binary(std::string_view bytes) noexcept { return sending{*this, bytes, true}; }

  // Nothing is received or sent after it, and the conversation should end. A conversation that ends by itself closes
  // with 1000. Of the reason, 123 bytes are sent at most.
  void close(close_code code, std::string_view reason = {}) { say_good_bye(code.value(), reason); }

  // With what the peer has closed: 1005 where it gave no code, 1006 where it went without a word; 0: it has not.
  [[nodiscard]] virtual int peer_code() const noexcept = 0;
  [[nodiscard]] virtual std::string_view peer_reason() const noexcept = 0;

 protected:
  explicit web_socket_peer(const tenon::request& of) noexcept : request_(of) {}
  web_socket_peer(const web_socket_peer&) = delete;
  web_socket_peer& operator=(const web_socket_peer&) = delete;
  ~web_socket_peer() = default;

  virtual bool has_message() const noexcept = 0;
  virtual bool is_over() const noexcept = 0;
  virtual bool has_been_told() const noexcept = 0;               // that it is over
  virtual std::optional<web_socket_message> take() = 0;          // none: now it has
  virtual bool put(std::string_view bytes, bool is_binary) = 0;  // false: it cannot be sent
  virtual bool has_room() const noexcept = 0;                    // or it is known that nothing more can be sent
  virtual bool can_send() const noexcept = 0;
  enum class awaited : std::uint8_t { message, room };
  virtual void wait(std::coroutine_handle<> who, awaited what) = 0;  // for ever where all has been said
  virtual void stop_waiting() noexcept = 0;
  virtual void say_good_bye(std::uint16_t code, std::string_view reason) = 0;

 private:
  struct receiving {
    web_socket_peer& peer;
    bool await_ready() const noexcept { return peer.has_message() || (peer.is_over() && !peer.has_been_told()); }
    bool await_suspend(std::coroutine_handle<> self) {
      peer.wait(self, awaited::message);
      return true;
    }
    std::optional<web_socket_message> await_resume() { return peer.take(); }
    void withdraw() noexcept { peer.stop_waiting(); }
    [[nodiscard]] bool has_come() const noexcept { return await_ready(); }
  };
  struct sending {
    web_socket_peer& peer;
    std::string_view bytes;
    bool is_binary;
    bool is_sent = false;
    bool await_ready() {
      is_sent = peer.put(bytes, is_binary);
      return peer.has_room();
    }
    void await_suspend(std::coroutine_handle<> self) { peer.wait(self, awaited::room); }
    bool await_resume() const noexcept { return is_sent && peer.can_send(); }
  };

  const tenon::request& request_;
};

}  // namespace tenon
