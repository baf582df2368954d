#include "measure/http_client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <stdexcept>

#include "measure/request_shape.hpp"

namespace bench {

namespace {

sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

// The size of the answer that `text` begins with; 0: its head is not complete; npos: it is no 200, or tells no length.
std::size_t answer_size(std::string_view text) {
  const std::size_t head = text.find("\r\n\r\n");
  if (head == text.npos) return 0;
  constexpr std::array<std::string_view, 2> spellings{"\r\nContent-Length: ", "\r\ncontent-length: "};
  for (std::string_view length : spellings) {
    const std::size_t at = text.substr(0, head).find(length);
    if (at == text.npos || !text.starts_with("HTTP/1.1 200")) continue;
    std::size_t body = 0;
    std::from_chars(text.data() + at + length.size(), text.data() + head, body);
    return head + 4 + body;
  }
  return text.npos;
}

}  // namespace

http_client::http_client(int port) : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  const sockaddr_in address = loopback(port);
  const timeval patience{20, 0};
  const int on = 1;
  setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return;
  close(socket_);
  socket_ = -1;
}

http_client::~http_client() {
  if (socket_ >= 0) close(socket_);
}

bool http_client::ask(std::string_view request, std::size_t count, std::size_t batch, std::chrono::microseconds pause) {
  std::string batched;
  for (std::size_t i = 0; i < batch; ++i) batched += request;
  for (std::size_t asked = 0; asked < count;) {
    const std::size_t now = std::min(batch, count - asked);
    const std::size_t size = now * request.size();
    if (send(socket_, batched.data(), size, MSG_NOSIGNAL) != static_cast<ssize_t>(size) || !read_answers(now))
      return false;
    asked += now;
    sleep_for(pause);
  }
  return true;
}

bool http_client::read_answers(std::size_t count) {
  in_.clear();
  for (std::size_t begin = 0; count > 0;) {
    const std::size_t size = answer_size(std::string_view(in_).substr(begin));
    if (size == std::string_view::npos) return false;
    if (size != 0 && begin + size <= in_.size()) {
      begin += size;
      --count;
      continue;
    }
    std::array<char, 16384> some{};
    const ssize_t got = recv(socket_, some.data(), some.size(), 0);
    if (got <= 0) return false;
    in_.append(some.data(), static_cast<std::size_t>(got));
  }
  return true;
}

void sleep_for(std::chrono::microseconds time) {
  const timespec left{0, static_cast<long>(time.count()) * 1000};
  if (time.count() > 0) nanosleep(&left, nullptr);
}

bool wait_for_answer(int port, std::string_view path, std::chrono::milliseconds patience) {
  const auto until = std::chrono::steady_clock::now() + patience;
  const std::string request = request_text(request_shape::plain, path, port);
  do {
    http_client one(port);
    if (one.connected() && one.ask(request)) return true;
    sleep_for(std::chrono::microseconds(20));
  } while (std::chrono::steady_clock::now() < until);
  return false;
}

}  // namespace bench
