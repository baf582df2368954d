// An IP address and a port, as people write them and as the system wants them.
#pragma once

#include <netinet/in.h>
#include <sys/socket.h>

#include <string>
#include <string_view>

#include "contract.hpp"

namespace tenon::http1 {

struct endpoint {
  sockaddr_storage bytes{};
  socklen_t size = sizeof(sockaddr_storage);

  [[nodiscard]] sockaddr* raw() noexcept { return reinterpret_cast<sockaddr*>(&bytes); }
  [[nodiscard]] int port() const noexcept;
  // "127.0.0.1", "::1"; an IPv4 peer of a socket for both versions is shown as what it is.
  [[nodiscard]] std::string address() const;
  // "127.0.0.1:8080", "[::1]:8080"
  [[nodiscard]] std::string authority() const;
};

// Why nobody can listen on that address; empty: somebody might. `owner` is whose setting it is.
[[nodiscard]] std::string problem_of_address(std::string_view owner, const std::string& address);

// A socket that listens, and the endpoint that it has become. Throws tenon::error that says where, why not, and what to
// do.
[[nodiscard]] int listening_socket(const listener_options& wanted, endpoint& where);

}  // namespace tenon::http1
