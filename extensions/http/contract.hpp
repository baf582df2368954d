// What the http extension gives to extensions that bring connections of another kind, as tls does: `listener_host` is
// its export. The connection loop, the limits, the threads and the way into the app stay those of http.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace boost::asio {
class io_context;
}

namespace tenon::http1 {

// Whom a stream calls back, on the thread of its io_context. Each open, read, write and finish is answered exactly
// once, also after cancel_read and close, and never from within the call itself. The stream lives until all are
// answered.
class stream_user {
 public:
  virtual void on_opened(bool open) = 0;
  virtual void on_read(std::size_t size) = 0;     // 0: nothing more will come
  virtual void on_written(std::size_t size) = 0;  // 0: the peer is gone
  virtual void on_finished() = 0;

 protected:
  ~stream_user() = default;
};

// What carries a connection's bytes. At most one read and one write are under way at a time.
class byte_stream {
 public:
  virtual ~byte_stream() = default;

  [[nodiscard]] virtual bool open() = 0;  // true: it is open; false: on_opened will say
  virtual void read(char* into, std::size_t room) = 0;
  virtual void write(const char* from, std::size_t size) = 0;
  // Writes what can be written without waiting, and returns how much that was; negative: the peer is gone. 0 is always
  // right.
  [[nodiscard]] virtual std::ptrdiff_t write_now(const char* from, std::size_t size) noexcept = 0;
  // How much of what was written the peer has not got, as far as is known.
  [[nodiscard]] virtual std::size_t unsent() noexcept = 0;
  virtual void cancel_read() noexcept = 0;
  // Bytes of the peer have arrived that no read has taken yet.
  [[nodiscard]] virtual bool has_unread_input() noexcept = 0;
  // Says that nothing more will come and throws away what the peer still sends, until the peer is done too: an answer
  // would be lost with a connection that is closed while the peer is still sending.
  virtual void finish(char* scratch, std::size_t size) = 0;
  virtual void close() noexcept = 0;
};

// Makes the stream for a socket that was accepted, and owns the socket from then on, also when it throws. `io` runs on
// one thread and takes no locks: only calls made from that thread, as all here are, may touch it.
struct stream_maker {
  void* data = nullptr;
  std::unique_ptr<byte_stream> (*make)(void* data, boost::asio::io_context& io, int socket,
                                       stream_user& user) = nullptr;
};

struct listener_options {
  std::string_view owner;  // the extension, as error messages name it and its settings
  std::string address;     // as options::address
  int port = 0;
  bool secure = false;  // becomes request.secure
  stream_maker streams{};
};

// A port that is bound, and accepts while it is open.
class listener {
 public:
  virtual ~listener() = default;
  virtual void open() = 0;
  virtual void close() noexcept = 0;  // returns when nothing more will be accepted; new connections are refused
  [[nodiscard]] virtual std::string authority() const = 0;  // "127.0.0.1:8080", "[::1]:8443"
  [[nodiscard]] virtual int port() const noexcept = 0;
};

class listener_host {
 public:
  // Binds; throws tenon::error, saying who holds the port, if it cannot. The host outlives its listeners.
  [[nodiscard]] virtual std::unique_ptr<listener> bind(listener_options wanted) = 0;
  // In bytes: what is longer gets 413 from the door, and no handler hears of it (http.body_limit).
  [[nodiscard]] virtual std::uint64_t longest_body() const noexcept = 0;

 protected:
  ~listener_host() = default;
};

}  // namespace tenon::http1
