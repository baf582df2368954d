// The frames of a web socket (RFC 6455), to and from the bytes of its connection.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"

namespace tenon::web_sockets {

// The end of a server. It waits for nothing and looks at no clock: what is to be sent is there when a call returns.
// What breaks the rules it answers itself with a close, as it does a ping and the peer's close.
class frames {
 public:
  class reader {
   public:
    // A whole message; within `take_in`, in which it must call nothing else of the frames.
    virtual void on_message(std::string_view bytes, bool is_binary) = 0;

   protected:
    ~reader() = default;
  };

  // The first output is the head that accepts `handshake`, which there must be no objection to, with these headers. A
  // message has at most `message_limit` bytes, with all its fragments.
  frames(reader& to, const request& handshake, std::span<const response_header> headers, std::size_t message_limit);
  ~frames();
  frames(const frames&) = delete;
  frames& operator=(const frames&) = delete;

  void take_in(std::string_view bytes);
  // False: it has closed, because of either end or of what had come.
  [[nodiscard]] bool is_reading() const noexcept;

  // Only where it can.
  void send(std::string_view bytes, bool is_binary);
  void ping();
  void close(std::uint16_t code, std::string_view reason);
  [[nodiscard]] bool can_send() const noexcept;

  // Since it was taken last.
  [[nodiscard]] std::size_t output_size() const noexcept;
  [[nodiscard]] std::string take_output() noexcept;

  // Of the peer's close: 1005 where it gave no code; 0: it has not come.
  [[nodiscard]] int peer_code() const noexcept;
  [[nodiscard]] std::string_view peer_reason() const noexcept;

 private:
  struct wire;
  std::unique_ptr<wire> wire_;
};

}  // namespace tenon::web_sockets
