// Runs one function, or one method of a driver, for a caller that reads its arguments by name.
#pragma once

#include <type_traits>
#include <utility>

#include "tenon/call/caller.hpp"
#include "tenon/reflect/fit.hpp"
#include "tenon/word/required.hpp"

namespace tenon::call {

namespace detail {

// `call(arguments)` is the call itself, `visit` what the extension waits for before it stops.
template <class Arguments>
bool run_in(const auto& visit, const caller& by, auto call) {
  if (!visit.is_admitted()) return false;
  Arguments arguments = arguments_of_nobody::make<Arguments>();
  if (!by.read(by.context, reflect::described<Arguments>, &arguments)) return true;
  using R = std::remove_cvref_t<decltype(call(std::as_const(arguments)))>;
  if constexpr (std::is_void_v<R>) {
    call(std::as_const(arguments));
  } else {
    R result = call(std::as_const(arguments));
    by.write(by.context, reflect::described<R>, &reflect::worn<R>::bare(result));
  }
  return true;
}

}  // namespace detail

template <class Host, class X, class F>
struct run_function {
  static bool run(void* app, const caller& by) {
    return detail::run_in<F>(Host::template enter<X>(app), by, [app](const F& arguments) -> decltype(auto) {
      return Host::template call<X>(app, arguments);
    });
  }
};

template <class Host, class X, class D, class M>
struct run_driver {
  static bool run(void* app, const caller& by) {
    return detail::run_in<M>(Host::template enter<X>(app), by, [app, &by](const M& arguments) -> typename M::result {
      return Host::template drive<X, D>(app, arguments, by.who);
    });
  }
};

}  // namespace tenon::call
