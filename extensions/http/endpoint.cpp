#include "endpoint.hpp"

#include <arpa/inet.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

#include "port_holder.hpp"
#include "sentence.hpp"
#include "tenon/word/error.hpp"

namespace tenon::http1 {

namespace {

[[nodiscard]] sockaddr_in v4(const endpoint& from) noexcept {
  sockaddr_in out;
  std::memcpy(&out, &from.bytes, sizeof out);
  return out;
}
[[nodiscard]] sockaddr_in6 v6(const endpoint& from) noexcept {
  sockaddr_in6 out;
  std::memcpy(&out, &from.bytes, sizeof out);
  return out;
}
template <class Address>
void store(endpoint& into, const Address& address) noexcept {
  std::memcpy(&into.bytes, &address, sizeof address);
  into.size = sizeof address;
}

std::optional<endpoint> endpoint_of(std::string address, int port) {
  if (address == "localhost") address = "127.0.0.1";
  if (address.starts_with('[') && address.ends_with(']')) address = address.substr(1, address.size() - 2);
  sockaddr_in four{};
  sockaddr_in6 six{};
  endpoint out;
  if (inet_pton(AF_INET, address.c_str(), &four.sin_addr) == 1) {
    four.sin_family = AF_INET;
    four.sin_port = htons(static_cast<std::uint16_t>(port));
    store(out, four);
  } else if (inet_pton(AF_INET6, address.c_str(), &six.sin6_addr) == 1) {
    six.sin6_family = AF_INET6;
    six.sin6_port = htons(static_cast<std::uint16_t>(port));
    store(out, six);
  } else {
    return std::nullopt;
  }
  return out;
}

[[noreturn]] void cannot_listen(const listener_options& wanted, const endpoint& where, int why) {
  std::string reason;
  if (why == EADDRINUSE)
    reason = sentence({"the port is held by ", holder_of_port(wanted.port), ". Stop that, or set ", wanted.owner,
                       ".port to another port (0: any free one)."});
  else if (why == EACCES)
    reason = sentence({"this process may not. Ports below 1024 want the capability CAP_NET_BIND_SERVICE. Set ",
                       wanted.owner, ".port to one from 1024 on, or give the capability."});
  else if (why == EADDRNOTAVAIL)
    reason = sentence({"this machine has no such address. Set ", wanted.owner,
                       ".address to one that it has, or to 0.0.0.0 or :: for all of them."});
  else
    reason = sentence({std::strerror(why), ". Set ", wanted.owner, ".address and ", wanted.owner,
                       ".port to something that this machine can do."});
  throw error(error_type::server_misconfigured,
              sentence({wanted.owner, " cannot listen on ", where.authority(), ": ", reason}));
}

}  // namespace

int endpoint::port() const noexcept {
  return ntohs(bytes.ss_family == AF_INET6 ? v6(*this).sin6_port : v4(*this).sin_port);
}

std::string endpoint::address() const {
  const sockaddr_in four = v4(*this);
  const sockaddr_in6 six = v6(*this);
  const void* from = &four.sin_addr;
  int family = AF_INET;
  if (bytes.ss_family == AF_INET6) {
    const bool mapped = IN6_IS_ADDR_V4MAPPED(&six.sin6_addr);
    from = mapped ? static_cast<const void*>(six.sin6_addr.s6_addr + 12) : &six.sin6_addr;
    if (!mapped) family = AF_INET6;
  }
  std::array<char, INET6_ADDRSTRLEN> room{};
  return inet_ntop(family, from, room.data(), INET6_ADDRSTRLEN) != nullptr ? room.data() : "";
}

std::string endpoint::authority() const {
  const std::string own = address(), its_port = std::to_string(port());
  return own.find(':') != own.npos ? sentence({"[", own, "]:", its_port}) : sentence({own, ":", its_port});
}

std::string problem_of_address(std::string_view owner, const std::string& address) {
  if (endpoint_of(address, 0)) return {};
  return sentence({owner, " cannot listen on \"", address, "\": that is not an IP address. Set ", owner,
                   ".address to one, such as 127.0.0.1 (this machine alone), 0.0.0.0 or :: (every address of it)."});
}

int listening_socket(const listener_options& wanted, endpoint& where) {
  if (wanted.port < 0 || wanted.port > 65'535)
    throw error(error_type::server_misconfigured, sentence({wanted.owner, ".port is ", std::to_string(wanted.port),
                                                            ", but ports go from 1 to 65535 (0: any free one)."}));
  const std::optional<endpoint> found = endpoint_of(wanted.address, wanted.port);
  if (!found) throw error(error_type::server_misconfigured, problem_of_address(wanted.owner, wanted.address));
  where = *found;
  const int made = ::socket(where.bytes.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, IPPROTO_TCP), on = 1;
  if (made < 0) cannot_listen(wanted, where, errno);
  // Lets a server come back while connections of its last run fade out. It does not let two listen at once.
  setsockopt(made, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (::bind(made, where.raw(), where.size) != 0 || ::listen(made, SOMAXCONN) != 0) {
    const int why = errno;
    ::close(made);
    cannot_listen(wanted, where, why);
  }
  where.size = sizeof where.bytes;
  ::getsockname(made, where.raw(), &where.size);
  return made;
}

}  // namespace tenon::http1
