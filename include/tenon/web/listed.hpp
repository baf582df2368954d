// Where the list of an extension's routes is: in its member type `routes`; or why there is none, though one is meant.
#pragma once

#include <type_traits>

#include "tenon/word/route.hpp"

namespace tenon::web {

// In place of a list: it is private; or there is a `handle`, and nothing says for what.
struct hidden_list {};
struct forgotten_list {};

namespace detail {

// Whether X has such a member, be it a private one: deriving from it and from something else that has one makes the
// name ambiguous. `struct` before a name finds types only, so that a variable `routes` is nobody's list, and a type
// `handle` no handler.
struct listing_decoy {
  struct routes {};
  struct handle {};
};
struct handle_decoy {
  int handle;
};
template <class X>
struct listing_probe : X, listing_decoy {};
template <class X>
struct handle_probe : X, handle_decoy {};
template <class Probe>
concept has_no_type_routes = requires {
  typename std::type_identity<struct Probe::routes>;
};
template <class Probe>
concept has_no_type_handle = requires {
  typename std::type_identity<struct Probe::handle>;
};
template <class Probe>
concept has_no_handle = requires {
  &Probe::handle;
};
template <class X>
concept has_a_variable_handle = requires {
  requires std::is_object_v<std::remove_reference_t<decltype(X::handle)>>;
};

template <class X>
constexpr auto find_list() {
  if constexpr (requires { typename X::routes; })
    return std::type_identity<typename X::routes>();
  else if constexpr (!has_no_type_routes<listing_probe<X>>)
    return std::type_identity<hidden_list>();
  else if constexpr (!has_no_handle<handle_probe<X>> && has_no_type_handle<listing_probe<X>> &&
                     !has_a_variable_handle<X>)
    return std::type_identity<forgotten_list>();
  else
    return std::type_identity<tenon::routes<>>();
}

}  // namespace detail

template <class X>
using listed = typename decltype(detail::find_list<X>())::type;

}  // namespace tenon::web
