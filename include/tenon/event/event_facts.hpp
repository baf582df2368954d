// What is known of an event before the program runs.
#pragma once

#include <string_view>
#include <type_traits>

#include "tenon/concepts/event.hpp"
#include "tenon/reflect/type_name.hpp"

namespace tenon::event {

struct event_facts {
  std::string_view name{};
  std::string_view type{};      // the C++ type, as the compiler names it
  bool may_be_unheard = false;  // no listener is all right
  bool fail_closed = false;     // a listener that throws is a veto
};

// Asked of a type by its optional constants; absent means no.
template <Event E>
inline constexpr bool may_be_unheard = [] {
  if constexpr (requires { typename std::bool_constant<E::may_be_unheard>; })
    return bool{E::may_be_unheard};
  else
    return false;
}();
template <Event E>
inline constexpr bool fail_closed = [] {
  if constexpr (requires { typename std::bool_constant<E::fail_closed>; })
    return bool{E::fail_closed};
  else
    return false;
}();

template <Event E>
inline constexpr event_facts facts_of{E::name, reflect::type_name<E>(), may_be_unheard<E>, fail_closed<E>};

}  // namespace tenon::event
