#include "tenon/web_socket/frames.hpp"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/asio/execution.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/query.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/version.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <deque>
#include <utility>

namespace tenon::web_sockets {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using boost::system::error_code;

constexpr std::size_t at_a_time = 4096;        // of a message: what a peer announces costs no memory before it comes
constexpr std::size_t usual_message = 16'384;  // memory for messages that is kept
constexpr std::size_t smallest_write = 8;      // a server's frames are written as they are

// Beast looks at each fragment of a text as far as it goes, and not at the end of one whose last fragment is empty.
[[nodiscard]] bool is_cut_off(std::string_view text) noexcept {
  for (std::size_t behind = 1; behind <= std::min<std::size_t>(text.size(), 3); ++behind) {
    const unsigned one = static_cast<unsigned char>(text[text.size() - behind]);
    if ((one & 0xC0U) == 0x80U) continue;
    return behind < (one >= 0xF0U ? 4U : one >= 0xE0U ? 3U : one >= 0xC0U ? 2U : 1U);
  }
  return false;
}

// What Beast has to go on with, and what it reads and writes. It thinks that it waits for a network.
class pipe {
 public:
  struct job {
    virtual ~job() = default;
    virtual void run() = 0;
  };
  struct reading {
    virtual ~reading() = default;
    virtual void fill(pipe& from) = 0;
  };

  template <class F>
  void post(F&& what) {
    struct posted final : job {
      std::decay_t<F> what;
      explicit posted(F&& given) : what(std::forward<F>(given)) {}
      void run() override { what(); }
    };
    jobs_.push_back(std::make_unique<posted>(std::forward<F>(what)));
  }
  // Until nothing more can be done without more input.
  void run() {
    while (!jobs_.empty()) {
      const std::unique_ptr<job> next = std::move(jobs_.front());
      jobs_.pop_front();
      next->run();
    }
  }

  void wait(std::unique_ptr<reading> who) {
    reading_ = std::move(who);
    read_on();
  }
  void put(std::string_view bytes) {
    input_ = bytes;
    read_on();
    run();
    input_ = {};  // where it reads on no more
  }
  template <class Buffers>
  std::size_t take(const Buffers& into) {
    const std::size_t size = asio::buffer_copy(into, asio::buffer(input_.data(), input_.size()));
    input_.remove_prefix(size);
    return size;
  }
  template <class Buffers>
  std::size_t write(const Buffers& from) {
    const std::size_t before = output.size();
    for (auto at = asio::buffer_sequence_begin(from); at != asio::buffer_sequence_end(from); ++at) {
      const asio::const_buffer part = *at;
      output.append(static_cast<const char*>(part.data()), part.size());
    }
    return output.size() - before;
  }

  std::string output{};

 private:
  void read_on() {
    if (reading_ == nullptr || input_.empty()) return;
    const std::unique_ptr<reading> who = std::move(reading_);
    who->fill(*this);
  }

  std::deque<std::unique_ptr<job>> jobs_{};
  std::unique_ptr<reading> reading_{};
  std::string_view input_{};
};

// Beast has a timer, which is never set here, and that has to have somewhere to be registered.
asio::execution_context& timers() {
  static auto& out = *new asio::io_context;  // for ever: who uses it may be destroyed late
  return out;
}

// By which Beast goes on when a call of it has returned.
class executor {
 public:
  explicit executor(pipe& of) noexcept : pipe_(&of) {}
  template <class F>
  void execute(F&& what) const {
    pipe_->post(std::forward<F>(what));
  }
  // By name, as Asio finds them.
  static asio::execution_context& query(asio::execution::context_t) noexcept { return timers(); }
  static constexpr asio::execution::blocking_t query(asio::execution::blocking_t) noexcept {
    return asio::execution::blocking.never;
  }
  bool operator==(const executor&) const noexcept = default;

 private:
  pipe* pipe_;
};

// The network that Beast sees.
class pipe_end {
 public:
  using executor_type = executor;
  explicit pipe_end(pipe& of) noexcept : pipe_(&of) {}
  [[nodiscard]] executor_type get_executor() const noexcept { return executor(*pipe_); }

  template <class Buffers>
  std::size_t write_some(const Buffers& from) {
    return pipe_->write(from);
  }
  template <class Buffers>
  std::size_t write_some(const Buffers& from, error_code& failed) {
    failed = {};
    return pipe_->write(from);
  }
  // Beast wants to see it where a handshake is accepted, and has no use for it: that request has come.
  template <class Buffers>
  std::size_t read_some(const Buffers&) {
    return 0;
  }
  template <class Buffers>
  std::size_t read_some(const Buffers&, error_code& failed) {
    failed = asio::error::eof;
    return 0;
  }

  template <class Buffers, class Handler>
  void async_write_some(const Buffers& from, Handler&& then) {
    const std::size_t size = pipe_->write(from);
    pipe_->post([then = std::forward<Handler>(then), size]() mutable { then(error_code(), size); });
  }
  template <class Buffers, class Handler>
  void async_read_some(const Buffers& into, Handler&& then) {
    using handler = std::decay_t<Handler>;
    struct pending final : pipe::reading {
      Buffers into;
      handler then;
      pending(const Buffers& given, Handler&& who) : into(given), then(std::forward<Handler>(who)) {}
      void fill(pipe& from) override {
        const std::size_t size = from.take(into);
        from.post([who = std::move(then), size]() mutable { who(error_code(), size); });
      }
    };
    pipe_->wait(std::make_unique<pending>(into, std::forward<Handler>(then)));
  }

  // By name, as Beast finds them. The connection is ended by who has it.
  template <class Handler>
  friend void async_teardown(beast::role_type, pipe_end& from, Handler&& then) {
    from.pipe_->post([then = std::forward<Handler>(then)]() mutable { then(error_code()); });
  }
  friend void beast_close_socket(pipe_end&) noexcept {}

 private:
  pipe* pipe_;
};

}  // namespace

struct frames::wire {
  wire(reader& who, std::size_t message_limit) : to(who), socket(pipe_end(line)) {
    socket.read_message_max(message_limit);
    socket.auto_fragment(false);
    socket.write_buffer_bytes(smallest_write);
  }

  void accept(const request& handshake, std::span<const response_header> headers) {
    namespace http = beast::http;
    http::request<http::empty_body> asked(http::verb::get, handshake.target, 11);
    asked.set(http::field::host, handshake.header("Host").value_or(""));
    asked.set(http::field::connection, "Upgrade");
    asked.set(http::field::upgrade, "websocket");
    asked.set(http::field::sec_websocket_version, "13");
    asked.set(http::field::sec_websocket_key, handshake.header("Sec-WebSocket-Key").value_or(""));
    socket.set_option(beast::websocket::stream_base::decorator([headers](beast::websocket::response_type& answer) {
      for (const response_header& one : headers) answer.insert(std::string_view(one.name), one.value);
    }));
    socket.accept(asked);
    // It says what it is made of, which is nobody's business.
    constexpr std::string_view server = "\r\nServer: " BOOST_BEAST_VERSION_STRING;
    if (const std::size_t at = line.output.find(server); at != std::string::npos) line.output.erase(at, server.size());
    read();
    line.run();
  }

  void read() {
    socket.async_read_some(message.prepare(at_a_time), [this](error_code failed, std::size_t size) {
      if (failed) {
        has_ended = true;
        has_peers_close = has_peers_close || failed == beast::websocket::error::closed;
        return;
      }
      message.commit(size);
      if (socket.is_message_done()) end_message();
      if (!has_ended) read();
    });
  }
  void end_message() {
    const auto bytes = message.data();
    const std::string_view all(static_cast<const char*>(bytes.data()), bytes.size());
    if (socket.got_text() && is_cut_off(all)) {
      close(beast::websocket::close_code::bad_payload, {});
      has_ended = true;  // as where Beast sees what is wrong
    } else if (!has_closed) {
      to.on_message(all, socket.got_binary());
    }
    message.clear();
    if (message.capacity() > usual_message) message.shrink_to_fit();
  }

  void close(beast::websocket::close_code code, std::string_view reason) {
    if (std::exchange(has_closed, true)) return;
    socket.async_close({code, reason}, [this](error_code failed) {
      has_peers_close = has_peers_close || (!failed && !has_ended);
      has_ended = true;
    });
  }

  reader& to;
  pipe line{};
  beast::websocket::stream<pipe_end, false> socket;
  beast::flat_buffer message{};
  bool has_closed = false;  // of its own accord
  bool has_ended = false;
  bool has_peers_close = false;
};

frames::frames(reader& to, const request& handshake, std::span<const response_header> headers,
               std::size_t message_limit)
    : wire_(std::make_unique<wire>(to, message_limit)) {
  wire_->accept(handshake, headers);
}
frames::~frames() = default;

void frames::take_in(std::string_view bytes) {
  if (is_reading()) wire_->line.put(bytes);
}
bool frames::is_reading() const noexcept { return !wire_->has_ended; }

void frames::send(std::string_view bytes, bool is_binary) {
  wire_->socket.binary(is_binary);
  wire_->socket.write(asio::buffer(bytes.data(), bytes.size()));
}
void frames::ping() { wire_->socket.ping({}); }

void frames::close(std::uint16_t code, std::string_view reason) {
  wire_->close(static_cast<beast::websocket::close_code>(code), reason);
  wire_->line.run();
}
bool frames::can_send() const noexcept { return !wire_->has_closed && !wire_->has_ended; }

std::size_t frames::output_size() const noexcept { return wire_->line.output.size(); }
std::string frames::take_output() noexcept { return std::exchange(wire_->line.output, {}); }

int frames::peer_code() const noexcept { return wire_->has_peers_close ? wire_->socket.reason().code : 0; }
std::string_view frames::peer_reason() const noexcept {
  if (!wire_->has_peers_close) return {};
  const auto& reason = wire_->socket.reason().reason;
  return {reason.data(), reason.size()};
}

}  // namespace tenon::web_sockets
