// A port for a server that has to know it before it listens.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

namespace tenon::testing {

// One of 127.0.0.1 that nobody holds at the moment. Somebody else may take it until the server does.
[[nodiscard]] inline int free_port() {
  const int door = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* const general = reinterpret_cast<sockaddr*>(&address);
  const bool bound = ::bind(door, general, size) == 0 && ::getsockname(door, general, &size) == 0;
  ::close(door);
  if (!bound) throw std::runtime_error("the system gives no port on 127.0.0.1");
  return ntohs(address.sin_port);
}

}  // namespace tenon::testing
