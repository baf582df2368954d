// Which of the hooks' names a type has as members, whatever they are there. Only of those anything else is asked: an
// extension has few hooks, and each question costs every extension of a program.
#pragma once

#include <array>
#include <cstddef>
#include <iterator>
#include <type_traits>

#include "tenon/composition/member_probe.hpp"
#include "tenon/lifecycle/hook_list.hpp"

namespace tenon::lifecycle {

// Indices of `hooks`, rising.
struct named_hooks {
  std::array<std::size_t, hook_count> at{};
  std::size_t count = 0;
  bool period = false;  // and whether there is a housekeeping_period

  [[nodiscard]] constexpr bool has(phase which) const {
    for (std::size_t i = 0; i < count; ++i)
      if (at[i] == static_cast<std::size_t>(which)) return true;
    return false;
  }
};

// clang-format off
template <class X>
[[nodiscard]] consteval named_hooks find_named_hooks() {
  static_assert(!__is_final(X));
  using probe = tenon::detail::member_probe<X>;
  const bool named[] = {
      !requires { &probe::on_preinit; },
      !requires { &probe::on_init; },
      !requires { &probe::on_start; },
      !requires { &probe::on_ready; },
      !requires { &probe::on_open; },
      !requires { &probe::on_steady_state; },
      !requires { &probe::on_housekeeping; },
      !requires { &probe::on_settings; },
      !requires { &probe::on_close; },
      !requires { &probe::on_unready; },
      !requires { &probe::on_stop; },
  };
  static_assert(std::size(named) == hook_count);
  named_hooks out;
  for (std::size_t i = 0; i < hook_count; ++i)
    if (named[i]) out.at[out.count++] = i;
  out.period = !requires { &probe::housekeeping_period; };
  return out;
}
// clang-format on

template <class X>
inline constexpr named_hooks named_hooks_of = find_named_hooks<X>();

}  // namespace tenon::lifecycle
