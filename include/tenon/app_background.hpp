// How the extensions of an app come to their executors. Keyed by the app and one extension; what it needs of threads is
// linked where an extension posts or asks.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>

#include "tenon/composition/context.hpp"
#include "tenon/composition/import.hpp"
#include "tenon/diagnostic/ask_not_available.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/diagnostic/work_not_callable.hpp"
#include "tenon/executor/answer.hpp"
#include "tenon/executor/background.hpp"
#include "tenon/executor/wait.hpp"
#include "tenon/executor/work.hpp"
#include "tenon/word/attempt.hpp"
#include "tenon/word/fixed_string.hpp"
#include "tenon/word/task.hpp"

namespace tenon {

namespace detail {

template <class X>
struct posts_no_work {
  static constexpr diagnostic::sentence text{
      X::manifest.name,
      " posts something that cannot be called. Give it a function without parameters, or one that "
      "takes (auto& ctx)."};
};
template <class X, class Whom>
struct asks_no_work {
  static constexpr diagnostic::sentence text{X::manifest.name,
                                             " asks ",
                                             Whom::manifest.name,
                                             " something that cannot be called. Give it a function without ",
                                             "parameters, or one that takes what ",
                                             Whom::manifest.name,
                                             " exports, as in (auto& exported)."};
};
template <class X, fixed_string Name>
struct asks_without_need {
  static constexpr diagnostic::sentence text{
      X::manifest.name, " asks ",
      Name.view(),      ", which is not among its needs, so it could be missing or in fault. Add {`",
      Name.view(),      "`} to the needs in its manifest."};
};

}  // namespace detail

template <class App>
struct app_background {
  template <class X>
  using context_type = context<X, App>;

  template <class X, class F>
  static bool post(App& app, F f) {
    if constexpr (is_work<X, F>)
      return where(app).post(App::template rank_of<X>, work_of<X>(app, std::move(f)));
    else
      return refuse<X>();
  }
  template <class X, class F>
  static void post_after(App& app, std::chrono::nanoseconds delay, F f) {
    if constexpr (is_work<X, F>)
      where(app).post_after(delay, App::template rank_of<X>, work_of<X>(app, std::move(f)));
    else
      refuse<X>();
  }
  template <class X, fixed_string Name, class F>
  static auto ask(App& app, F f) {
    if constexpr (!detail::import_of<App, X, Name>::is_needed) {
      [[maybe_unused]] diagnostic::check<false, diagnostic::ask_not_available, detail::asks_without_need<X, Name>>
          needed;
      return nothing();
    } else if constexpr (!detail::import_of<App, X, Name>::is_there) {
      [[maybe_unused]] diagnostic::check<false, diagnostic::ask_not_available, detail::import_of_absent<X, Name>> there;
      return nothing();
    } else {
      using other = detail::imported<App, X, Name>;
      constexpr std::size_t rank = App::template rank_of<other>;
      using given = decltype(exported<X, Name, other>(app));
      if constexpr (std::is_invocable_v<F&>) {
        return executor::ask(where(app), rank, std::move(f));
      } else if constexpr (std::is_invocable_v<F&, given>) {
        return executor::ask(where(app), rank, [&app, f = std::move(f)]() mutable -> decltype(auto) {
          return f(exported<X, Name, other>(app));
        });
      } else if constexpr (std::is_invocable_v<F&, given&> && !std::is_same_v<given, nothing_exported>) {
        return executor::ask(where(app), rank, [&app, f = std::move(f)]() mutable -> decltype(auto) {
          given own = exported<X, Name, other>(app);
          return f(own);
        });
      } else {
        [[maybe_unused]] diagnostic::check<false, diagnostic::work_not_callable, detail::asks_no_work<X, other>>
            callable;
        return nothing();
      }
    }
  }
  template <class R>
  static R wait(App& app, task<R> what) {
    return executor::wait(where(app), std::move(what));
  }

 private:
  template <class X, class F>
  static constexpr bool is_work = std::is_invocable_v<F&> || std::is_invocable_v<F&, context_type<X>&>;

  static executor::background& where(App& app) { return app.executors(&executor::make_background); }

  template <class X, class F>
  static std::unique_ptr<executor::work> work_of(App& app, F f) {
    return executor::make_work([&app, f = std::move(f)]() mutable noexcept {
      attempt(
          [&] {
            if constexpr (std::is_invocable_v<F&>) {
              f();
            } else {
              auto ctx = App::template context_for<X>(app);
              f(ctx);
            }
          },
          [&] { app.count_failure(App::template rank_of<X>, "posted work"); });
    });
  }
  template <class X>
  static bool refuse() {
    [[maybe_unused]] diagnostic::check<false, diagnostic::work_not_callable, detail::posts_no_work<X>> callable;
    return false;
  }
  static task<void> nothing() { co_return; }

  struct nothing_exported {};
  template <class X, fixed_string Name, class Other>
  static decltype(auto) exported(App& app) {
    if constexpr (detail::gives<Name, Other>)
      return detail::given_by<X, Name>(app.template part<Other>());
    else
      return nothing_exported{};
  }
};

}  // namespace tenon
