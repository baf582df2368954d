// The floor: answers every empty line with the same bytes. It reads no header, so it is no server, only the least that
// one can cost.  usage: bare_epoll PORT
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string_view>

namespace {

constexpr std::string_view answer =
    "HTTP/1.1 200 OK\r\nDate: Tue, 15 Nov 1994 08:12:31 GMT\r\nContent-Type: text/plain; charset=utf-8\r\n"
    "Content-Length: 13\r\n\r\nHello, world!";
constexpr std::string_view end_of_head = "\r\n\r\n";

// False: the peer is gone.
bool serve(int socket) {
  static std::array<char, 16384> in;
  static std::array<char, 65536> out;
  const ssize_t got = recv(socket, in.data(), in.size(), 0);
  if (got <= 0) return false;
  std::string_view rest(in.data(), static_cast<std::size_t>(got));
  std::size_t size = 0;
  for (std::size_t end = rest.find(end_of_head); end != rest.npos; end = rest.find(end_of_head)) {
    rest.remove_prefix(end + end_of_head.size());
    std::memcpy(out.data() + size, answer.data(), answer.size());
    size += answer.size();
  }
  return send(socket, out.data(), size, MSG_NOSIGNAL) == static_cast<ssize_t>(size);
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(std::atoi(arguments[1])));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int door = socket(AF_INET, SOCK_STREAM, 0), on = 1;
  setsockopt(door, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (bind(door, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 || listen(door, 1024) != 0) return 1;

  const int poll = epoll_create1(0);
  epoll_event wanted{.events = EPOLLIN, .data = {.fd = door}};
  epoll_ctl(poll, EPOLL_CTL_ADD, door, &wanted);
  for (std::array<epoll_event, 128> events{};;) {
    const int ready = epoll_wait(poll, events.data(), static_cast<int>(events.size()), -1);
    for (int i = 0; i < ready; ++i) {
      const int socket = events[static_cast<std::size_t>(i)].data.fd;
      if (socket == door) {
        const int peer = accept4(door, nullptr, nullptr, SOCK_NONBLOCK);
        if (peer < 0) continue;
        setsockopt(peer, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        epoll_event its{.events = EPOLLIN, .data = {.fd = peer}};
        epoll_ctl(poll, EPOLL_CTL_ADD, peer, &its);
      } else if (!serve(socket)) {
        close(socket);
      }
    }
  }
}
