// The mark by which a composition says that two events are one.
#pragma once

#include <string_view>

#include "tenon/word/fixed_string.hpp"

namespace tenon {

// `app<alias<user_created, account_opened>, ...>`: whoever hears one of the two hears the other as well, as its own
// type: the fields of the same name are copied in, and what it answers in them is copied back. Nobody who emits or
// hears them is touched for it.
template <class Event, class Other>
struct alias {};

// The same by the events' names. Both have to be known: somebody emits them, or lists them among what it `listens` to.
template <fixed_string Event, fixed_string Other>
struct named_alias {
  static constexpr std::string_view event = Event.view(), other = Other.view();
};

template <class T>
inline constexpr bool is_alias = false;
template <class Event, class Other>
inline constexpr bool is_alias<alias<Event, Other>> = true;
template <fixed_string Event, fixed_string Other>
inline constexpr bool is_alias<named_alias<Event, Other>> = true;

}  // namespace tenon
