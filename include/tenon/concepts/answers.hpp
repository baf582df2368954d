// Answers: an extension that says which events hearing another one may lead to.
#pragma once

#include <cstddef>
#include <type_traits>

#include "tenon/word/event.hpp"

namespace tenon {

template <class T>
concept HasAnswers = requires { typename T::answers; };

namespace detail {

template <class T>
inline constexpr bool is_on = false;
template <class Event>
inline constexpr bool is_on<on<Event>> = true;

template <class List, class Heard, class Event>
inline constexpr bool is_answered = false;
template <class... Said, class Heard, class Event>
inline constexpr bool is_answered<answers<Said...>, Heard, Event> = [] {
  const bool begins[] = {false, is_on<Said>...}, heard[] = {false, std::is_same_v<Said, on<Heard>>...},
             said[] = {false, std::is_same_v<Said, Event>...};
  bool of_heard = false;
  for (std::size_t i = 1; i <= sizeof...(Said); ++i) {
    if (begins[i]) of_heard = heard[i];
    if (of_heard && said[i]) return true;
  }
  return false;
}();

}  // namespace detail

// `using answers = tenon::answers<on<Heard>, ..., Event, ...>;`
template <class T, class Heard, class Event>
concept Answers = HasAnswers<T> && detail::is_answered<typename T::answers, Heard, Event>;

}  // namespace tenon
