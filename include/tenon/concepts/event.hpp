// Event: something that extensions tell each other.
#pragma once

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace tenon {

// An aggregate with a constant `name`, as in `static constexpr std::string_view name = "user.created";`. Its members
// are what it says, and how listeners answer: those that are to be changed are simply not const. Optional constants:
//   static constexpr bool may_be_unheard = true;  it is all right that a composition has no listener for it
//   static constexpr bool fail_closed = true;     a listener that throws counts as a veto: `allow` becomes false
// An event with `void heard_by(std::string_view extension)` is told before each listener who hears it next, so that its
// own methods know for whom they act.
template <class T>
concept Event = std::is_class_v<T> && std::is_aggregate_v<T> && std::is_same_v<T, std::remove_cv_t<T>> &&
                !std::is_member_pointer_v<decltype(&T::name)> &&  // g++ would not only say no to it below
                requires { typename std::integral_constant<std::size_t, std::string_view(T::name).size()>; };

// An event that can be vetoed.
template <class T>
concept Vetoable = Event<T> && requires(T& event) { requires std::is_same_v<decltype((event.allow)), bool&>; };

// An event that wants to know who hears it.
template <class T>
concept KnowsListener = Event<T> && requires(T& event, std::string_view extension) { event.heard_by(extension); };

}  // namespace tenon
