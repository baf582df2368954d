// Which of the names that mean something to the web a type has as members, whatever they are there. Only of those
// anything else is asked: most extensions serve nothing, and each question costs every extension of a program.
#pragma once

#include <array>
#include <cstddef>
#include <iterator>
#include <type_traits>

#include "tenon/web/hooks.hpp"

namespace tenon::web {

namespace detail {

// Deriving from a type and from something with such a member makes the name ambiguous where the type has one too, be it
// private or overloaded. `struct` before a name finds types only, so that a variable `routes` is nobody's list, and a
// type `handle` no handler.
struct member_decoy {
  int on_get, on_head, on_post, on_put, on_delete, on_patch, on_options;
  struct routes {};
  struct web_options {};
  struct handle {};
  int handle;
};
template <class X>
struct member_probe : X, member_decoy {};

}  // namespace detail

struct named_members {
  std::array<std::size_t, hook_count> at{};  // indices of web::hooks, rising
  std::size_t count = 0;
  bool routes = false;                       // a type
  bool web_options = false;                  // a type
  bool handle = false, handle_type = false;  // whatever has that name; a type

  [[nodiscard]] constexpr bool none() const { return count == 0 && !routes && !web_options && !handle; }
};

// clang-format off
template <class X>
[[nodiscard]] consteval named_members find_named_members() {
  using probe = detail::member_probe<X>;
  const bool named[] = {
      !requires { &probe::on_get; },
      !requires { &probe::on_head; },
      !requires { &probe::on_post; },
      !requires { &probe::on_put; },
      !requires { &probe::on_delete; },
      !requires { &probe::on_patch; },
      !requires { &probe::on_options; },
  };
  static_assert(std::size(named) == hook_count);
  named_members out;
  for (std::size_t i = 0; i < hook_count; ++i)
    if (named[i]) out.at[out.count++] = i;
  out.routes = !requires { typename std::type_identity<struct probe::routes>; };
  out.web_options = !requires { typename std::type_identity<struct probe::web_options>; };
  out.handle = !requires { &probe::handle; };
  out.handle_type = !requires { typename std::type_identity<struct probe::handle>; };
  return out;
}
// clang-format on

template <class X>
inline constexpr named_members named_members_of = find_named_members<X>();

}  // namespace tenon::web
