// Runs one function, or one method of a driver, for a caller that reads its arguments by name.
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

#include "tenon/call/caller.hpp"
#include "tenon/reflect/fit.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/pieces.hpp"
#include "tenon/word/required.hpp"
#include "tenon/word/streamed.hpp"

namespace tenon::call {

namespace detail {

// The extension is not left before the pieces have ended. Of one that stops only when nobody is served any more,
// nothing is to be kept.
template <class Visit>
void stay_with(Visit visit, pieces& body) {
  if constexpr (!std::is_trivially_destructible_v<Visit>)
    body.stay_with(std::make_shared<const Visit>(std::move(visit)),
                   [](const void* host) noexcept { return static_cast<const Visit*>(host)->is_welcome(); });
}

// `call(arguments)` is the call itself, `visit` what the extension waits for before it stops.
template <class Arguments>
bool run_in(auto visit, const caller& by, auto call) {
  if (!visit.is_admitted()) return false;
  Arguments arguments = arguments_of_nobody::make<Arguments>();
  if (!by.read(by.context, reflect::described<Arguments>, &arguments)) return true;
  using R = std::remove_cvref_t<decltype(call(std::as_const(arguments)))>;
  if constexpr (std::is_void_v<R>) {
    call(std::as_const(arguments));
  } else if constexpr (std::is_same_v<R, streamed>) {
#if defined(__cpp_exceptions)
    if (by.stream == nullptr)
      throw error(error_type::invalid_request, "The result comes in pieces, which are given over HTTP alone.");
#endif
    streamed result = call(std::as_const(arguments));
    stay_with(std::move(visit), result.body);
    by.stream(by.context, std::move(result));
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
