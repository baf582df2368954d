// What one extension serves, as the compiler finds it: its routes, then its web-handler hooks, then the files of its
// gui/; or the first thing that is wrong with them.
#pragma once

#include <array>
#include <cstddef>
#include <type_traits>

#include "tenon/diagnostic/sentence.hpp"
#include "tenon/web/gui.hpp"
#include "tenon/web/hooks_of.hpp"
#include "tenon/web/listed.hpp"
#include "tenon/web/mount.hpp"
#include "tenon/web/named_members.hpp"
#include "tenon/web/route_entry.hpp"
#include "tenon/web/route_fault.hpp"
#include "tenon/web/route_list_of.hpp"
#include "tenon/web/route_row.hpp"

namespace tenon::web {

namespace detail {

template <class T, std::size_t A, std::size_t B>
constexpr std::array<T, A + B> joined(const std::array<T, A>& a, const std::array<T, B>& b) {
  std::array<T, A + B> out{};
  for (std::size_t i = 0; i < A; ++i) out[i] = a[i];
  for (std::size_t i = 0; i < B; ++i) out[A + i] = b[i];
  return out;
}
}  // namespace detail

// `Context` is what its handlers are called with.
template <class X, class Context>
class routes_of {
  using list = detail::list_of<X, Context, web::listed<X>>;
  using hooked = detail::hooks_of<X, Context>;

  // Does it answer GET at its mount by itself? Asked only where it matters.
  static constexpr bool has_gui = gui_files<X>.size() != 0;
  static constexpr bool mount_is_taken = [] {
    if constexpr (has_gui) {
      for (const route_row& one : list::rows)
        if (one.method == method::get && one.pattern == mount<X>::base && one.terms.subdomain.empty()) return true;
      return OnGet<X, Context> && hooked::for_any_host;
    } else {
      return false;
    }
  }();
  using gui = gui_of<X, mount_is_taken>;
  static constexpr bool gui_is_reserved = has_gui && mount<X>::reserved;

 public:
  static constexpr route_fault fault = list::fault != route_fault::none     ? list::fault
                                       : hooked::fault != route_fault::none ? hooked::fault
                                       : gui_is_reserved                    ? route_fault::reserved
                                                                            : route_fault::none;
  static constexpr bool ok = fault == route_fault::none;
  static constexpr diagnostic::sentence why() {
    if (list::fault != route_fault::none) return list::why();
    if (hooked::fault != route_fault::none) return hooked::why();
    return diagnostic::sentence{X::manifest.name, " has a folder gui/, which would be served below ", mount<X>::base,
                                ", and there the framework answers itself. Rename the extension."};
  }

  static constexpr auto rows = [] {
    constexpr auto own = detail::joined(list::rows, hooked::rows);
    if constexpr (has_gui)
      return detail::joined(own, gui::rows);
    else
      return own;
  }();
  template <class Host, template <class, class, class> class Run>
  static constexpr auto handlers = [] {
    constexpr auto own = detail::joined(list::template handlers<Host, Run>, hooked::template handlers<Host, Run>);
    if constexpr (has_gui)
      return detail::joined(own, gui::template handlers<Host, Run>);
    else
      return own;
  }();
};

// Whether it may serve anything at all; most do not, and nothing is made for them.
template <class X>
inline constexpr bool has_routes = !named_members_of<X>.none() || !gui_files<X>.empty();

}  // namespace tenon::web
