// What a connection speaks in place of HTTP, once the answer to its last request was 101.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace tenon {

// Made by who answers, and from then on the connection's, which calls it on its own thread alone. Nothing that it calls
// back runs within such a call. The request stays where it is as long as this lives.
class protocol {
 public:
  enum class stage : std::uint8_t {
    open,
    closing,  // it has said good-bye, and waits for the peer's
    over,     // what it has given is to be sent, and then the connection ends
  };
  // Told when there may be something to send, or something else has changed. It may destroy the protocol.
  struct listener {
    void (*stirred)(void* data) noexcept = nullptr;
    void* data = nullptr;
  };
  struct limits {
    std::size_t message = 0;  // bytes of one
  };

  virtual ~protocol() = default;

  virtual void begin(listener who, const limits& given) = 0;
  // Where the next bytes of the peer go; empty: it takes none, and stirs when it does again.
  [[nodiscard]] virtual std::span<char> room() = 0;
  virtual void filled(std::size_t size) = 0;  // so much of it
  virtual void received(std::string_view bytes) = 0;
  // What is to be sent, the head of the answer first; the connection has it then.
  [[nodiscard]] virtual std::string take_output() = 0;
  [[nodiscard]] virtual std::size_t sent() const noexcept = 0;  // bytes of it in all
  virtual void written() = 0;                                   // all of it
  virtual void ask_for_sign_of_life() = 0;                      // the peer has been silent for long
  virtual void leave() = 0;          // it should come to its end: the server stops, or whose it is
  virtual void give_up() = 0;        // its time for that is over
  virtual void lost() noexcept = 0;  // the peer is gone; may be said again
  [[nodiscard]] virtual stage at() const noexcept = 0;
  [[nodiscard]] virtual bool is_welcome() const noexcept = 0;  // where whose it is runs
  [[nodiscard]] virtual bool is_busy() const noexcept = 0;     // something may still call it back

 protected:
  protocol() = default;
  protocol(const protocol&) = delete;
  protocol& operator=(const protocol&) = delete;
};

}  // namespace tenon
