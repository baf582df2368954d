// A host name or an IP address, and perhaps a port: what stands in a Host header and in an absolute target.
#pragma once

#include <array>
#include <string_view>

namespace tenon::http1 {

// The bytes of a host name, an IP address or a port (RFC 3986 section 3.2.2, without user information).
inline constexpr auto host_bytes = [] {
  std::array<bool, 256> table{};
  for (char c = '0'; c <= '9'; ++c) table[static_cast<unsigned char>(c)] = true;
  for (char c = 'A'; c <= 'Z'; ++c) table[static_cast<unsigned char>(c)] = true;
  for (char c = 'a'; c <= 'z'; ++c) table[static_cast<unsigned char>(c)] = true;
  for (char c : std::string_view("-._~%!$&'()*+;=:[]")) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

[[nodiscard]] constexpr bool is_host(std::string_view text) noexcept {
  for (char c : text)
    if (!host_bytes[static_cast<unsigned char>(c)]) return false;
  return true;
}

}  // namespace tenon::http1
