#include "tls_stream.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <string_view>

namespace tenon::tls_door {

namespace {

namespace asio = boost::asio;

constexpr std::string_view speaks_tls =
    "HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: 121\r\nConnection: close\r\n\r\n"
    "{\"error\":\"Bad Request\",\"message\":\"This port speaks HTTP over TLS. Use https:// here, or the port of the "
    "http extension.\"}";
static_assert(speaks_tls.size() - speaks_tls.find("{\"error") == 121);

class tls_stream final : public http1::byte_stream {
  using tcp_socket = asio::basic_stream_socket<asio::ip::tcp, asio::io_context::executor_type>;
  using error_code = boost::system::error_code;

 public:
  tls_stream(asio::ssl::context& context, tcp_socket socket, http1::stream_user& user)
      : stream_(std::move(socket), context), user_(user) {}

  bool open() override {
    stream_.async_handshake(asio::ssl::stream_base::server, [this](error_code failed) {
      if (failed.category() == asio::error::get_ssl_category() &&
          ERR_GET_REASON(static_cast<unsigned long>(failed.value())) == SSL_R_HTTP_REQUEST)
        static_cast<void>(::send(native(), speaks_tls.data(), speaks_tls.size(), MSG_NOSIGNAL | MSG_DONTWAIT));
      user_.on_opened(!failed);
    });
    return false;
  }

  void read(char* into, std::size_t room) override {
    stream_.async_read_some(asio::buffer(into, room),
                            [this](error_code failed, std::size_t size) { user_.on_read(failed ? 0 : size); });
  }

  void write(const char* from, std::size_t size) override {
    stream_.async_write_some(asio::buffer(from, size),
                             [this](error_code failed, std::size_t taken) { user_.on_written(failed ? 0 : taken); });
  }

  // A record that was begun has to be written to its end, so there is no writing without waiting.
  std::ptrdiff_t write_now(const char*, std::size_t) noexcept override { return 0; }

  std::size_t unsent() noexcept override {
    int waiting = 0;
    return ::ioctl(native(), TIOCOUTQ, &waiting) == 0 ? static_cast<std::size_t>(waiting) : 0;
  }

  void cancel_read() noexcept override {
    error_code ignored;
    stream_.next_layer().cancel(ignored);
  }

  bool has_unread_input() noexcept override {
    int waiting = 0;
    return SSL_pending(stream_.native_handle()) > 0 || (::ioctl(native(), FIONREAD, &waiting) == 0 && waiting > 0);
  }

  void finish(char* scratch, std::size_t size) override {
    stream_.async_shutdown([this, scratch, size](error_code failed) {
      // A peer that still sends makes this fail: what it sends comes behind our end.
      if (failed == asio::error::operation_aborted) return user_.on_finished();
      error_code gone;
      stream_.next_layer().shutdown(tcp_socket::shutdown_send, gone);
      if (gone) return user_.on_finished();
      discard(scratch, size);
    });
  }

  void close() noexcept override {
    error_code ignored;
    stream_.next_layer().close(ignored);
  }

 private:
  int native() noexcept { return stream_.next_layer().native_handle(); }

  void discard(char* scratch, std::size_t size) {
    stream_.next_layer().async_read_some(asio::buffer(scratch, size),
                                         [this, scratch, size](error_code failed, std::size_t came) {
                                           if (failed || came == 0)
                                             user_.on_finished();
                                           else
                                             discard(scratch, size);
                                         });
  }

  asio::ssl::stream<tcp_socket> stream_;
  http1::stream_user& user_;
};

}  // namespace

std::unique_ptr<http1::byte_stream> make_tls_stream(void* context, asio::io_context& io, int socket,
                                                    http1::stream_user& user) {
  using tcp_socket = asio::basic_stream_socket<asio::ip::tcp, asio::io_context::executor_type>;
  // Until Asio's socket has it, it has to be closed here.
  struct holder {
    int socket;
    ~holder() {
      if (socket >= 0) ::close(socket);
    }
  } held{socket};
  tcp_socket tcp(io.get_executor(), asio::ip::tcp::v4(), socket);
  held.socket = -1;
  boost::system::error_code failed;
  tcp.non_blocking(true, failed);

  SSL_CTX* const shared = static_cast<SSL_CTX*>(context);
  SSL_CTX_up_ref(shared);
  asio::ssl::context one_more_reference(shared);  // gives it back
  return std::make_unique<tls_stream>(one_more_reference, std::move(tcp), user);
}

}  // namespace tenon::tls_door
