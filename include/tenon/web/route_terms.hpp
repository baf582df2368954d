// What the options of a route ask for.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "tenon/reflect/type_name.hpp"
#include "tenon/word/fixed_string.hpp"
#include "tenon/word/passport.hpp"
#include "tenon/word/route.hpp"

namespace tenon::web {

enum class admission : std::uint8_t { anybody, optional, known };

struct route_terms {
  bool blocking = false;
  admission who = admission::anybody;
  bool asks_itself = false;  // the handler, whatever stands before
  bool plain_failures = false;
  tenon::role least = tenon::role::user;
  std::array<bool, scope_table.size()> wanted{};  // of each scope, in the order of scope_table
  std::size_t body_limit = 0;                     // 0: that of the server
  unsigned most_calls = 0, within_seconds = 0;    // 0: as many as come
  std::string_view subdomain{};                   // empty: whatever the host
  std::span<const std::string_view> middleware{};
  bool web_socket = false;
  std::size_t message_limit = 0;  // of a web socket; 0: that of the server
  bool any_origin = false;        // may open it

  [[nodiscard]] constexpr bool asks_who() const noexcept { return who != admission::anybody; }
};

namespace detail {
template <class... Middleware>
inline constexpr std::array<std::string_view, sizeof...(Middleware)> type_names{reflect::type_name<Middleware>()...};
}

// False: it is no option, or not beside another one, or a limit of 0.
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
template <>
struct route_option<asks_itself> {
  static constexpr bool add(route_terms& to) noexcept { return to.asks_itself = true; }
};
template <>
struct route_option<plain_failures> {
  static constexpr bool add(route_terms& to) noexcept { return to.plain_failures = true; }
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
    return Bytes != 0;
  }
};
template <>
struct route_option<by_web_socket> {
  static constexpr bool add(route_terms& to) noexcept { return to.web_socket = true; }
};
template <std::size_t Bytes>
struct route_option<message_limit<Bytes>> {
  static constexpr bool add(route_terms& to) noexcept {
    if (to.message_limit == 0 || Bytes < to.message_limit) to.message_limit = Bytes;
    return Bytes != 0;
  }
};
template <>
struct route_option<any_origin> {
  static constexpr bool add(route_terms& to) noexcept { return to.any_origin = true; }
};

template <unsigned MostCalls, unsigned WithinSeconds>
struct route_option<rate_limit<MostCalls, WithinSeconds>> {
  static constexpr bool add(route_terms& to) noexcept {
    const bool is_stricter =
        std::uint64_t{MostCalls} * to.within_seconds < std::uint64_t{to.most_calls} * WithinSeconds;
    if (to.most_calls == 0 || is_stricter) {
      to.most_calls = MostCalls;
      to.within_seconds = WithinSeconds;
    }
    return MostCalls != 0 && WithinSeconds != 0;
  }
};
template <fixed_string Name>
struct route_option<subdomain<Name>> {
  static constexpr bool add(route_terms& to) noexcept {
    if (!to.subdomain.empty() || Name.view().empty()) return false;
    to.subdomain = Name.view();
    return true;
  }
};
template <class... Middleware>
struct route_option<through<Middleware...>> {
  static constexpr bool add(route_terms& to) noexcept {
    if (!to.middleware.empty() || sizeof...(Middleware) == 0) return false;
    to.middleware = detail::type_names<Middleware...>;
    return true;
  }
};

// What is found of a list of options.
template <class... Options>
struct option_list {
  static constexpr route_terms terms = [] {
    route_terms out;
    (static_cast<void>(route_option<Options>::add(out)), ...);
    return out;
  }();
  // The first that is none, or contradicts one before it; empty where all are fine.
  static constexpr std::string_view unknown = [] {
    std::string_view first;
    [[maybe_unused]] auto look_at = [&](bool known, std::string_view name) {
      if (!known && first.empty()) first = name;
    };
    [[maybe_unused]] route_terms ignored;
    (look_at(route_option<Options>::add(ignored), reflect::type_name<Options>()), ...);
    return first;
  }();
  static constexpr bool contradicts = [] {
    bool out = false;
    [[maybe_unused]] auto look_at = [&](bool good_alone, std::string_view name) {
      if (name == unknown && !unknown.empty()) out = good_alone;
    };
    [[maybe_unused]] route_terms fresh;
    (look_at(route_option<Options>::add(fresh = {}), reflect::type_name<Options>()), ...);
    return out;
  }();
};

namespace detail {
template <class... Options>
struct find_through {
  using type = through<>;
};
template <class First, class... Rest>
struct find_through<First, Rest...> : find_through<Rest...> {};
template <class... Middleware, class... Rest>
struct find_through<through<Middleware...>, Rest...> {
  using type = through<Middleware...>;
};
}  // namespace detail
template <class... Options>
using through_of = typename detail::find_through<Options...>::type;

template <class Route>
inline constexpr route_terms terms_of{};
template <method Method, fixed_string Pattern, class... Options>
inline constexpr route_terms terms_of<route<Method, Pattern, Options...>> = option_list<Options...>::terms;

}  // namespace tenon::web
