// A web socket (RFC 6455) between a connection and the coroutine that talks over it.
#pragma once

#include <array>
#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "tenon/web_socket/frames.hpp"
#include "tenon/word/conversation.hpp"
#include "tenon/word/exchange.hpp"
#include "tenon/word/protocol.hpp"
#include "tenon/word/web_socket.hpp"

namespace tenon::web_sockets {

// Whose conversation it is. It is left when that has ended.
class host {
 public:
  virtual ~host() = default;
  [[nodiscard]] virtual bool is_welcome() const noexcept = 0;
  [[nodiscard]] virtual const passport* who() const noexcept = 0;  // is at the other end
  virtual void failed(const std::exception_ptr& why) const noexcept = 0;
};

// It runs the coroutine in jobs of the loop, one turn at a time, so that no call of the connection leads into it and
// others have their turn.
class engine final : public protocol, public web_socket_peer, private frames::reader {
 public:
  // `message_limit` in bytes; 0: that of the server.
  engine(exchange& one, std::size_t message_limit);
  ~engine() override;
  // Before anything else.
  void talk(conversation with, std::unique_ptr<host> whose);

  void begin(listener who, const limits& given) override;
  std::span<char> room() override;
  void filled(std::size_t size) override;
  void received(std::string_view bytes) override;
  std::string take_output() override;
  [[nodiscard]] std::size_t sent() const noexcept override;
  void written() override;
  void ask_for_sign_of_life() override;
  void leave() override;
  void give_up() override;
  void lost() noexcept override;
  [[nodiscard]] stage at() const noexcept override;
  [[nodiscard]] bool is_welcome() const noexcept override;
  [[nodiscard]] bool is_busy() const noexcept override;

  [[nodiscard]] int peer_code() const noexcept override;
  [[nodiscard]] std::string_view peer_reason() const noexcept override;

 private:
  bool has_message() const noexcept override { return !inbox_.empty(); }
  bool is_over() const noexcept override { return over_; }
  bool has_been_told() const noexcept override { return told_; }
  std::optional<web_socket_message> take() override;
  bool put(std::string_view bytes, bool is_binary) override;
  bool has_room() const noexcept override;
  bool can_send() const noexcept override;
  void wait(std::coroutine_handle<> who, awaited what) override;
  void stop_waiting() noexcept override;
  void say_good_bye(std::uint16_t code, std::string_view reason) override;

  void on_message(std::string_view bytes, bool is_binary) override;
  void wake();
  void schedule();
  void turn();
  void end();
  [[nodiscard]] bool is_due() const noexcept;

  exchange& one_;
  listener tell_{};
  std::optional<frames> frames_{};  // from `begin` on
  std::size_t message_limit_;
  std::size_t sent_ = 0;       // what the connection has taken
  std::size_t unwritten_ = 0;  // of it
  std::deque<web_socket_message> inbox_{};
  std::size_t inbox_size_ = 0;
  std::coroutine_handle<> waiter_{};
  awaited awaited_ = awaited::message;
  int refused_ = 0;       // times that it was told that nothing more can be sent
  bool over_ = false;     // nothing more will be received
  bool told_ = false;     // and it knows
  bool leaving_ = false;  // the server stops, or whose it is
  bool lost_ = false;     // the peer is gone
  bool famine_ = false;   // no memory for what has come
  bool paused_ = false;   // nothing is read, because the inbox is full
  bool begun_ = false;
  bool runs_ = false;
  bool turn_due_ = false;
  bool in_turn_ = false;
  bool heedless_ = false;  // it goes on although it has been told
  std::array<char, 4096> room_;
  std::unique_ptr<host> host_{};  // left behind the frame
  std::optional<conversation> talk_{};
};

}  // namespace tenon::web_sockets
