// Whether the page of a browser comes from where its request goes to.
#pragma once

#include <string_view>
#include <utility>

#include "tenon/word/request.hpp"

namespace tenon {

namespace detail {

// Without the port that its scheme has anyway.
[[nodiscard]] constexpr std::string_view without_port(std::string_view authority, std::string_view port) noexcept {
  if (authority.ends_with(port)) authority.remove_suffix(port.size());
  return authority;
}

}  // namespace detail

// Of the headers `Origin` and `Host`. How it came there may differ: what stands in front of the server may speak TLS
// for it.
[[nodiscard]] constexpr bool is_same_origin(std::string_view origin, std::string_view host) noexcept {
  for (const auto& [scheme, port] : {std::pair<std::string_view, std::string_view>("https://", ":443"),
                                     std::pair<std::string_view, std::string_view>("http://", ":80")})
    if (origin.starts_with(scheme))
      return same_field_name(detail::without_port(origin.substr(scheme.size()), port),
                             detail::without_port(host, port));
  return false;
}

}  // namespace tenon
