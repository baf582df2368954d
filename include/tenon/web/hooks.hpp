// The web-handler hooks, in one list: what the app finds on a type, and what it calls.
#pragma once

#include <cstddef>
#include <string_view>

#include "tenon/concepts/web_handler.hpp"
#include "tenon/meta/type_at.hpp"
#include "tenon/word/method.hpp"
#include "tenon/word/request.hpp"

namespace tenon::web {

// Each hook: its name and method, whether a type satisfies its concept, and its calls, without and with a context.
struct on_get_hook {
  static constexpr std::string_view name = "on_get";
  static constexpr tenon::method method = tenon::method::get;
  template <class X, class C>
  static constexpr bool callable = OnGet<X, C>;
  template <class X, class... C>
  static auto call(X& x, const request& from, C&... ctx) noexcept(noexcept(x.on_get(from, ctx...)))
      -> decltype(x.on_get(from, ctx...)) {
    return x.on_get(from, ctx...);
  }
};
struct on_head_hook {
  static constexpr std::string_view name = "on_head";
  static constexpr tenon::method method = tenon::method::head;
  template <class X, class C>
  static constexpr bool callable = OnHead<X, C>;
  template <class X, class... C>
  static auto call(X& x, const request& from, C&... ctx) noexcept(noexcept(x.on_head(from, ctx...)))
      -> decltype(x.on_head(from, ctx...)) {
    return x.on_head(from, ctx...);
  }
};
struct on_post_hook {
  static constexpr std::string_view name = "on_post";
  static constexpr tenon::method method = tenon::method::post;
  template <class X, class C>
  static constexpr bool callable = OnPost<X, C>;
  template <class X, class... C>
  static auto call(X& x, const request& from, C&... ctx) noexcept(noexcept(x.on_post(from, ctx...)))
      -> decltype(x.on_post(from, ctx...)) {
    return x.on_post(from, ctx...);
  }
};
struct on_put_hook {
  static constexpr std::string_view name = "on_put";
  static constexpr tenon::method method = tenon::method::put;
  template <class X, class C>
  static constexpr bool callable = OnPut<X, C>;
  template <class X, class... C>
  static auto call(X& x, const request& from, C&... ctx) noexcept(noexcept(x.on_put(from, ctx...)))
      -> decltype(x.on_put(from, ctx...)) {
    return x.on_put(from, ctx...);
  }
};
struct on_delete_hook {
  static constexpr std::string_view name = "on_delete";
  static constexpr tenon::method method = tenon::method::delete_;
  template <class X, class C>
  static constexpr bool callable = OnDelete<X, C>;
  template <class X, class... C>
  static auto call(X& x, const request& from, C&... ctx) noexcept(noexcept(x.on_delete(from, ctx...)))
      -> decltype(x.on_delete(from, ctx...)) {
    return x.on_delete(from, ctx...);
  }
};
struct on_patch_hook {
  static constexpr std::string_view name = "on_patch";
  static constexpr tenon::method method = tenon::method::patch;
  template <class X, class C>
  static constexpr bool callable = OnPatch<X, C>;
  template <class X, class... C>
  static auto call(X& x, const request& from, C&... ctx) noexcept(noexcept(x.on_patch(from, ctx...)))
      -> decltype(x.on_patch(from, ctx...)) {
    return x.on_patch(from, ctx...);
  }
};
struct on_options_hook {
  static constexpr std::string_view name = "on_options";
  static constexpr tenon::method method = tenon::method::options;
  template <class X, class C>
  static constexpr bool callable = OnOptions<X, C>;
  template <class X, class... C>
  static auto call(X& x, const request& from, C&... ctx) noexcept(noexcept(x.on_options(from, ctx...)))
      -> decltype(x.on_options(from, ctx...)) {
    return x.on_options(from, ctx...);
  }
};

using hooks = meta::type_row<on_get_hook, on_head_hook, on_post_hook, on_put_hook, on_delete_hook, on_patch_hook,
                             on_options_hook>;
inline constexpr std::size_t hook_count = hooks::size;
template <std::size_t I>
using hook_at = meta::type_at<I, hooks>;

}  // namespace tenon::web
