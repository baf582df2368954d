// Middleware: what a route has its requests and answers go through.
#pragma once

#include <concepts>
#include <optional>
#include <type_traits>

#include "tenon/concepts/context_archetype.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"

namespace tenon {

namespace detail {

// Deriving from a type and from something with such a member makes the name ambiguous where the type has one too, so
// one that cannot be called is not passed over.
struct middleware_decoy {
  int before, after;
};
template <class T>
struct middleware_probe : T, middleware_decoy {};
template <class T>
concept NamesBefore = !requires { &middleware_probe<T>::before; };
template <class T>
concept NamesAfter = !requires { &middleware_probe<T>::after; };

template <class T, class Context>
concept CallsBefore = requires(const request& from) {
  { T::before(from) } -> std::same_as<std::optional<response>>;
} || requires(const request& from, Context& ctx) {
  { T::before(from, ctx) } -> std::same_as<std::optional<response>>;
};
template <class T, class Context>
concept CallsAfter = requires(const request& from, response& answer) {
  { T::after(from, answer) } -> std::same_as<void>;
} || requires(const request& from, response& answer, Context& ctx) {
  { T::after(from, answer, ctx) } -> std::same_as<void>;
};

}  // namespace detail

// `static std::optional<tenon::response> before(const tenon::request&)`: an answer is the answer, and neither those
// behind it nor the handler hear of the request. `static void after(const tenon::request&, tenon::response&)`: may
// change the answer. At least one of them, each with or without `auto& ctx` behind it; both on the thread of the
// handler, so what blocks needs a route that is tenon::blocking. What a handler throws does not come by.
template <class T, class Context = context_archetype>
concept Middleware = std::is_class_v<T> && !std::is_final_v<T> && (detail::NamesBefore<T> || detail::NamesAfter<T>) &&
                     (!detail::NamesBefore<T> || detail::CallsBefore<T, Context>) &&
                     (!detail::NamesAfter<T> || detail::CallsAfter<T, Context>);

}  // namespace tenon
