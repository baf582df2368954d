// A client that sends exactly the bytes it is told to, and reads what comes.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

struct answer {
  int status = 0;
  std::string head;
  std::string body;

  [[nodiscard]] std::optional<std::string> header(std::string_view name) const {
    const std::string wanted = "\r\n" + std::string(name) + ": ";
    const std::size_t at = head.find(wanted);
    if (at == head.npos) return std::nullopt;
    const std::size_t from = at + wanted.size();
    return head.substr(from, head.find("\r\n", from) - from);
  }
};

class client {
 public:
  explicit client(int port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
      const int why = errno;
      ::close(socket_);
      throw std::runtime_error("connect: " + std::to_string(why));
    }
  }
  client(client&& other) noexcept : socket_(std::exchange(other.socket_, -1)), unread_(std::move(other.unread_)) {}
  client& operator=(client&&) = delete;
  ~client() { hang_up(); }

  void hang_up() noexcept {
    if (socket_ >= 0) ::close(std::exchange(socket_, -1));
  }
  // The peer gets a reset instead of an end.
  void reset() noexcept {
    const linger now{.l_onoff = 1, .l_linger = 0};
    setsockopt(socket_, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    hang_up();
  }
  void end_sending() noexcept { ::shutdown(socket_, SHUT_WR); }
  // Whether the system still takes bytes for the server.
  [[nodiscard]] bool can_send() noexcept { return ::send(socket_, "x", 1, MSG_NOSIGNAL) == 1; }

  client& send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t taken = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (taken < 0) break;  // the server closed; what it answered can still be read
      bytes.remove_prefix(static_cast<std::size_t>(taken));
    }
    return *this;
  }

  // One answer with Content-Length, or without a body. Throws if it does not come whole.
  answer read(bool has_body = true) {
    answer out;
    std::size_t end = 0;
    while ((end = unread_.find("\r\n\r\n")) == unread_.npos)
      if (!read_some()) throw std::runtime_error("closed before an answer; unread: \"" + unread_ + "\"");
    out.head = unread_.substr(0, end + 2);
    unread_.erase(0, end + 4);
    if (!out.head.starts_with("HTTP/1.1 ")) throw std::runtime_error("no status line: " + out.head);
    std::from_chars(out.head.data() + 9, out.head.data() + 12, out.status);
    std::size_t size = 0;
    if (const auto length = out.header("Content-Length"))
      std::from_chars(length->data(), length->data() + length->size(), size);
    if (!has_body || out.status == 304) size = 0;
    while (unread_.size() < size)
      if (!read_some()) throw std::runtime_error("closed in the middle of a body");
    out.body = unread_.substr(0, size);
    unread_.erase(0, size);
    return out;
  }

  // What the next read of the socket brings; 0: it is closed.
  std::size_t receive_some(char* into, std::size_t room) {
    const ssize_t got = hears_within_of_socket() ? ::recv(socket_, into, room, 0) : 0;
    return got > 0 ? static_cast<std::size_t>(got) : 0;
  }

  // Everything until the server closes. Throws if it does not.
  std::string read_all() {
    while (read_some()) {
    }
    return std::exchange(unread_, {});
  }
  [[nodiscard]] bool is_closed() { return read_all().empty(); }

  // Whether anything comes within that time.
  [[nodiscard]] bool hears_within(std::chrono::milliseconds time) {
    pollfd wanted{.fd = socket_, .events = POLLIN, .revents = 0};
    return !unread_.empty() || ::poll(&wanted, 1, static_cast<int>(time.count())) > 0;
  }

 private:
  bool read_some() {
    if (!hears_within_of_socket()) throw std::runtime_error("nothing came for 10 seconds; unread: \"" + unread_ + "\"");
    std::array<char, 65'536> piece;
    const ssize_t got = ::recv(socket_, piece.data(), piece.size(), 0);
    if (got < 0 && errno == ECONNRESET) throw std::runtime_error("reset by the server");
    if (got <= 0) return false;
    unread_.append(piece.data(), static_cast<std::size_t>(got));
    return true;
  }
  [[nodiscard]] bool hears_within_of_socket() const {
    pollfd wanted{.fd = socket_, .events = POLLIN, .revents = 0};
    return ::poll(&wanted, 1, 10'000) > 0;
  }

  int socket_;
  std::string unread_;
};
