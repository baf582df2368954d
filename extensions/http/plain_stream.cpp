#include "plain_stream.hpp"

#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <cerrno>

namespace tenon::http1 {

namespace {

namespace asio = boost::asio;

class plain_stream final : public byte_stream {
  // The executor's own type, not any executor: what is known need not be looked up for every read.
  using tcp_socket = asio::basic_stream_socket<asio::ip::tcp, asio::io_context::executor_type>;
  using error_code = boost::system::error_code;

 public:
  plain_stream(asio::io_context& io, int socket, stream_user& user)
      : socket_(io.get_executor(), asio::ip::tcp::v4(), socket), user_(user) {
    error_code failed;
    socket_.non_blocking(true, failed);
  }

  bool open() override { return true; }

  void read(char* into, std::size_t room) override {
    socket_.async_read_some(asio::buffer(into, room),
                            [this](error_code failed, std::size_t size) { user_.on_read(failed ? 0 : size); });
  }

  void write(const char* from, std::size_t size) override {
    socket_.async_write_some(asio::buffer(from, size),
                             [this](error_code failed, std::size_t taken) { user_.on_written(failed ? 0 : taken); });
  }

  std::ptrdiff_t write_now(const char* from, std::size_t size) noexcept override {
    const ssize_t taken = ::send(socket_.native_handle(), from, size, MSG_NOSIGNAL);
    if (taken >= 0) return taken;
    return errno == EAGAIN || errno == EINTR ? 0 : -1;
  }

  std::size_t unsent() noexcept override {
    int waiting = 0;
    return ::ioctl(socket_.native_handle(), TIOCOUTQ, &waiting) == 0 ? static_cast<std::size_t>(waiting) : 0;
  }

  void cancel_read() noexcept override {
    error_code ignored;
    socket_.cancel(ignored);
  }

  bool has_unread_input() noexcept override {
    int waiting = 0;
    return ::ioctl(socket_.native_handle(), FIONREAD, &waiting) == 0 && waiting > 0;
  }

  void finish(char* scratch, std::size_t size) override {
    error_code failed;
    socket_.shutdown(tcp_socket::shutdown_send, failed);
    if (failed) scratch = nullptr, size = 0;  // the peer is gone: an empty read says so at once
    discard(scratch, size);
  }

  void close() noexcept override {
    error_code ignored;
    socket_.close(ignored);
  }

 private:
  void discard(char* scratch, std::size_t size) {
    socket_.async_read_some(asio::buffer(scratch, size), [this, scratch, size](error_code failed, std::size_t came) {
      if (failed || came == 0)
        user_.on_finished();
      else
        discard(scratch, size);
    });
  }

  tcp_socket socket_;
  stream_user& user_;
};

}  // namespace

std::unique_ptr<byte_stream> make_plain_stream(void*, asio::io_context& io, int socket, stream_user& user) {
  try {
    return std::make_unique<plain_stream>(io, socket, user);
  } catch (...) {
    ::close(socket);
    throw;
  }
}

}  // namespace tenon::http1
