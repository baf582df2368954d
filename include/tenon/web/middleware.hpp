// What stands between a request and its handler, in the order in which the route names it.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "tenon/concepts/middleware.hpp"
#include "tenon/meta/type_at.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"
#include "tenon/word/route.hpp"
#include "tenon/word/task.hpp"

namespace tenon::web {

// Of one route. Those in front see the request first and the answer last.
template <class C, class... M>
class middleware_chain {
 public:
  // `answered()` gives the handler's answer.
  static response run(const request& from, C& ctx, auto answered) {
    std::size_t entered = 0;
    std::optional<response> early = enter(from, ctx, entered);
    response out = early ? *std::move(early) : answered();
    leave(from, out, ctx, entered);
    return out;
  }
  static task<response> run_task(const request& from, C& ctx, auto answered) {
    std::size_t entered = 0;
    std::optional<response> out = enter(from, ctx, entered);
    if (!out) out.emplace(co_await answered());
    leave(from, *out, ctx, entered);
    co_return *std::move(out);
  }

 private:
  template <class One>
  static std::optional<response> before(const request& from, [[maybe_unused]] C& ctx) {
    if constexpr (requires { One::before(from); })
      return One::before(from);
    else if constexpr (requires { One::before(from, ctx); })
      return One::before(from, ctx);
    else
      return std::nullopt;
  }
  template <class One>
  static void after(const request& from, response& answer, [[maybe_unused]] C& ctx) {
    if constexpr (requires { One::after(from, answer); })
      One::after(from, answer);
    else if constexpr (requires { One::after(from, answer, ctx); })
      One::after(from, answer, ctx);
  }

  // Where one answers itself, those behind it hear of nothing.
  static std::optional<response> enter(const request& from, C& ctx, std::size_t& entered) {
    std::optional<response> early;
    static_cast<void>(((early = before<M>(from, ctx), early.has_value() || (++entered, false)) || ...));
    return early;
  }
  static void leave(const request& from, response& answer, C& ctx, std::size_t entered) {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      constexpr std::size_t last = sizeof...(M) - 1;
      static_cast<void>((leave_one<last - I>(from, answer, ctx, entered), ...));
    }(std::index_sequence_for<M...>());
  }
  template <std::size_t I>
  static void leave_one(const request& from, response& answer, C& ctx, std::size_t entered) {
    if (I < entered) after<meta::type_at<I, meta::type_row<M...>>>(from, answer, ctx);
  }
};

namespace detail {
// What the answers of a route go through; the files of a gui/ through nothing.
template <class C, class Middleware>
struct chain_of;
template <class C, class... M>
struct chain_of<C, through<M...>> {
  using type = middleware_chain<C, M...>;
  static constexpr bool is_empty = sizeof...(M) == 0;
};
template <class Served>
struct middleware_of {
  using type = through<>;
};
template <class Served>
  requires requires { typename Served::middleware; }
struct middleware_of<Served> {
  using type = typename Served::middleware;
};
}  // namespace detail

}  // namespace tenon::web
