// Runs one function for a caller that reads its arguments by name.
#pragma once

#include <type_traits>
#include <utility>

#include "tenon/call/caller.hpp"
#include "tenon/reflect/fit.hpp"
#include "tenon/word/required.hpp"

namespace tenon::call {

// `Host::template call<X>(app, arguments)` is the call itself, `Host::template enter<X>(app)` a visit that X waits for
// before it stops.
template <class Host, class X, class F>
struct run_function {
  static bool run(void* app, const caller& by) {
    const auto visit = Host::template enter<X>(app);
    if (!visit.is_admitted()) return false;
    F arguments = arguments_of_nobody::make<F>();
    if (!by.read(by.context, reflect::described<F>, &arguments)) return true;
    using R = std::remove_cvref_t<decltype(Host::template call<X>(app, std::as_const(arguments)))>;
    if constexpr (std::is_void_v<R>) {
      Host::template call<X>(app, std::as_const(arguments));
    } else {
      R result = Host::template call<X>(app, std::as_const(arguments));
      by.write(by.context, reflect::described<R>, &reflect::worn<R>::bare(result));
    }
    return true;
  }
};

}  // namespace tenon::call
