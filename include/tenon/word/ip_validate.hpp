// ip.validate: may this peer send requests?
#pragma once

#include <string>
#include <string_view>

namespace tenon::core {

// Emitted by the app for each request that comes in over a socket, before it is looked at. Not allowed: 403 with the
// body "Forbidden". A composition in which nobody hears it pays nothing for it.
struct ip_validate {
  static constexpr std::string_view name = "ip.validate";
  static constexpr bool may_be_unheard = true, fail_closed = true;
  std::string ip{};
  bool allow = true;
};

}  // namespace tenon::core
