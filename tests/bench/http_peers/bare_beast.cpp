// The library without a framework, used as well as it can be: Beast's own request parser with its own fields in an
// arena, every request that one read brought in, and one write for all the answers.  usage: bare_beast PORT
#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_static_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/fields.hpp>
#include <boost/beast/http/parser.hpp>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;

using executor = asio::io_context::executor_type;
using tcp = asio::ip::tcp;
using tcp_socket = asio::basic_stream_socket<tcp, executor>;

constexpr std::string_view answer =
    "HTTP/1.1 200 OK\r\nDate: Tue, 15 Nov 1994 08:12:31 GMT\r\nContent-Type: text/plain; charset=utf-8\r\n"
    "Content-Length: 13\r\n\r\nHello, world!";

struct arena {
  std::array<std::byte, 16384> bytes;
  std::size_t used = 0;
};

template <class T>
struct arena_allocator {
  using value_type = T;
  arena* from = nullptr;

  arena_allocator() = default;
  explicit arena_allocator(arena& arena) : from(&arena) {}
  template <class U>
  arena_allocator(const arena_allocator<U>& other) : from(other.from) {}
  T* allocate(std::size_t count) {
    from->used = (from->used + alignof(T) - 1) & ~(alignof(T) - 1);
    T* const at = reinterpret_cast<T*>(from->bytes.data() + from->used);
    from->used += count * sizeof(T);
    if (from->used > from->bytes.size()) throw std::bad_alloc();
    return at;
  }
  void deallocate(T*, std::size_t) {}
  friend bool operator==(const arena_allocator&, const arena_allocator&) = default;
};

using parser = beast::http::request_parser<beast::http::empty_body, arena_allocator<char>>;

class session {
 public:
  explicit session(tcp_socket socket) : socket_(std::move(socket)) {}
  void read() {
    socket_.async_read_some(in_.prepare(in_.max_size() - in_.size()),
                            [this](boost::system::error_code failed, std::size_t n) {
                              if (failed) return delete this;
                              in_.commit(n);
                              answer_all();
                            });
  }

 private:
  void answer_all() {
    while (in_.size() != 0) {
      if (!parser_) {
        arena_.used = 0;
        parser_.emplace(std::piecewise_construct, std::make_tuple(), std::make_tuple(arena_allocator<char>(arena_)));
      }
      boost::system::error_code failed;
      in_.consume(parser_->put(in_.data(), failed));
      if (failed == beast::http::error::need_more) break;
      if (failed) return delete this;
      if (!parser_->is_done()) continue;
      parser_.reset();
      out_.append(answer);
    }
    if (out_.empty()) return read();
    asio::async_write(socket_, asio::buffer(out_), [this](boost::system::error_code failed, std::size_t) {
      if (failed) return delete this;
      out_.clear();
      read();
    });
  }

  tcp_socket socket_;
  beast::flat_static_buffer<16384> in_;
  arena arena_;
  std::optional<parser> parser_;
  std::string out_;
};

void accept_next(asio::basic_socket_acceptor<tcp, executor>& door) {
  door.async_accept([&door](boost::system::error_code failed, tcp_socket socket) {
    if (!failed) {
      socket.set_option(tcp::no_delay(true));
      (new session(std::move(socket)))->read();
    }
    accept_next(door);
  });
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  asio::io_context io(BOOST_ASIO_CONCURRENCY_HINT_UNSAFE);
  const tcp::endpoint where(asio::ip::address_v4::loopback(), static_cast<std::uint16_t>(std::atoi(arguments[1])));
  asio::basic_socket_acceptor<tcp, executor> door(io.get_executor(), where);
  accept_next(door);
  io.run();
}
