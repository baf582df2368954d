// Where the list of an extension's routes is: in its member type `routes`; or why there is none, though one is meant.
#pragma once

#include <type_traits>

#include "tenon/web/named_members.hpp"
#include "tenon/word/route.hpp"

namespace tenon::web {

// In place of a list: it is private; or there is a `handle`, and nothing says for what.
struct hidden_list {};
struct forgotten_list {};

namespace detail {

template <class X>
concept has_a_variable_handle = requires {
  requires std::is_object_v<std::remove_reference_t<decltype(X::handle)>>;
};

template <class X>
constexpr auto find_list() {
  if constexpr (requires { typename X::routes; })
    return std::type_identity<typename X::routes>();
  else if constexpr (named_members_of<X>.routes)
    return std::type_identity<hidden_list>();
  else if constexpr (named_members_of<X>.handle && !named_members_of<X>.handle_type &&
                     !has_a_variable_handle<X>)
    return std::type_identity<forgotten_list>();
  else
    return std::type_identity<tenon::routes<>>();
}

}  // namespace detail

template <class X>
using listed = typename decltype(detail::find_list<X>())::type;

}  // namespace tenon::web
