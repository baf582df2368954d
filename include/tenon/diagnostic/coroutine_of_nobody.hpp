// A member of an extension waits by `co_await` and returns nothing by which anybody could know when it has ended.
#pragma once

#include <concepts>
#include <coroutine>
#include <type_traits>

#include "tenon/diagnostic/sentence.hpp"
#include "tenon/word/fixed_string.hpp"
#include "tenon/word/manifest.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct coroutine_of_nobody {};

}  // namespace tenon::diagnostic

namespace tenon::detail {

template <class Extension>
struct waits_without_task {
  static constexpr diagnostic::sentence text{
      Extension::manifest.name,
      " waits by co_await in a member that returns void, such as a hook or an on, so nobody would know when that has "
      "ended. Write ctx.wait(...) there, or return a tenon::task where that is allowed: from a handler of a route."};
};

// With it a coroutine that returns void is one error, and not the compiler's.
template <class Extension>
struct promise_of_nobody {
  void get_return_object() {
    [[maybe_unused]] diagnostic::check<false, diagnostic::coroutine_of_nobody, waits_without_task<Extension>> waits;
  }
  std::suspend_never initial_suspend() noexcept;
  std::suspend_never final_suspend() noexcept;
  void return_void();
  void unhandled_exception();
};

}  // namespace tenon::detail

template <class Extension, class... Parameters>
  requires std::same_as<std::remove_cv_t<decltype(Extension::manifest)>, tenon::manifest>
struct std::coroutine_traits<void, Extension&, Parameters...> {
  using promise_type = tenon::detail::promise_of_nobody<std::remove_const_t<Extension>>;
};
