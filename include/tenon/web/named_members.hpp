// Which of the names that mean something to the web a type has as members, whatever they are there. Only of those
// anything else is asked: most extensions serve nothing, and each question costs every extension of a program.
#pragma once

#include <array>
#include <cstddef>
#include <iterator>
#include <type_traits>

#include "tenon/composition/member_probe.hpp"
#include "tenon/web/hooks.hpp"

namespace tenon::web {

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
  using probe = tenon::detail::member_probe<X>;
  // One question for all of them, because most types have none.
  if constexpr (requires {
                  &probe::on_get, &probe::on_head, &probe::on_post, &probe::on_put, &probe::on_delete, &probe::on_patch,
                      &probe::on_options, &probe::handle;
                  typename std::type_identity<struct probe::routes>;
                  typename std::type_identity<struct probe::web_options>;
                })
    return {};
  else {
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
}
// clang-format on

template <class X>
inline constexpr named_members named_members_of = find_named_members<X>();

}  // namespace tenon::web
