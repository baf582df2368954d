// What the options of a route ask for.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "tenon/word/passport.hpp"
#include "tenon/word/route.hpp"

namespace tenon::web {

enum class admission : std::uint8_t { anybody, optional, known };

struct route_terms {
  bool blocking = false;
  admission who = admission::anybody;
  tenon::role least = tenon::role::user;
  std::array<bool, scope_table.size()> wanted{};  // of each scope, in the order of scope_table
  std::size_t body_limit = 0;                     // 0: that of the server

  [[nodiscard]] constexpr bool asks_who() const noexcept { return who != admission::anybody; }
};

// False: it is no option.
template <class T>
struct route_option {
  static constexpr bool add(route_terms&) noexcept { return false; }
};
template <>
struct route_option<blocking> {
  static constexpr bool add(route_terms& to) noexcept { return to.blocking = true; }
};
template <>
struct route_option<authenticated> {
  static constexpr bool add(route_terms& to) noexcept {
    to.who = admission::known;
    return true;
  }
};
template <>
struct route_option<optionally_authenticated> {
  static constexpr bool add(route_terms& to) noexcept {
    if (to.who == admission::anybody) to.who = admission::optional;
    return true;
  }
};
template <role Least>
struct route_option<requires_role<Least>> {
  static constexpr bool add(route_terms& to) noexcept {
    to.who = admission::known;
    if (Least > to.least) to.least = Least;
    return true;
  }
};
template <scope Wanted>
struct route_option<requires_scope<Wanted>> {
  static constexpr bool add(route_terms& to) noexcept {
    to.who = admission::known;
    to.wanted[static_cast<std::size_t>(Wanted)] = true;
    return true;
  }
};
template <std::size_t Bytes>
struct route_option<body_limit<Bytes>> {
  static constexpr bool add(route_terms& to) noexcept {
    if (to.body_limit == 0 || Bytes < to.body_limit) to.body_limit = Bytes;
    return true;
  }
};

template <class Route>
inline constexpr route_terms terms_of{};
template <method Method, fixed_string Pattern, class... Options>
inline constexpr route_terms terms_of<route<Method, Pattern, Options...>> = [] {
  route_terms out;
  (static_cast<void>(route_option<Options>::add(out)), ...);
  return out;
}();

}  // namespace tenon::web
