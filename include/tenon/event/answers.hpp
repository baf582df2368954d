// What one extension says that hearing an event leads to.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <type_traits>

#include "tenon/concepts/answers.hpp"
#include "tenon/concepts/emits.hpp"
#include "tenon/concepts/listens.hpp"
#include "tenon/event/event_fault.hpp"
#include "tenon/event/hearing.hpp"
#include "tenon/reflect/type_name.hpp"

namespace tenon::event {

// One entry of the list: `on<Event>`, or an event that answers the last of these.
struct said_answer {
  std::string_view name{};
  bool begins = false;
};

namespace detail {

enum class answer_flaw : unsigned char { none, no_list, no_on, not_an_event, not_heard, not_emitted };

// The event of an entry.
template <class T>
struct answer_event : std::type_identity<T> {};
template <class E>
struct answer_event<tenon::on<E>> : std::type_identity<E> {};

template <class X, class Context, class Said>
consteval answer_flaw flaw_of_answer() {
  using E = typename answer_event<Said>::type;
  if constexpr (!Event<E>)
    return answer_flaw::not_an_event;
  else if constexpr (!tenon::detail::is_on<Said>)
    return Emits<X, E> ? answer_flaw::none : answer_flaw::not_emitted;
  else
    return is_heard(listened<X, E, Context>()) ? answer_flaw::none : answer_flaw::not_heard;
}
template <class Said>
consteval std::string_view name_of_answer() {
  using E = typename answer_event<Said>::type;
  if constexpr (Event<E>)
    return E::name;
  else
    return reflect::type_name<E>();
}

struct flawed_answer {
  answer_flaw flaw = answer_flaw::none;
  std::string_view type{};
};

template <class List>
struct answer_list {
  static constexpr bool declared = true;
  static constexpr std::array<said_answer, 0> rows{};
  template <class X, class Context>
  static constexpr flawed_answer flaw() {
    return {answer_flaw::no_list, {}};
  }
};
template <class... Said>
struct answer_list<tenon::answers<Said...>> {
  static constexpr bool declared = true;
  static constexpr std::array<said_answer, sizeof...(Said)> rows{
      said_answer{name_of_answer<Said>(), tenon::detail::is_on<Said>}...};
  template <class X, class Context>
  static constexpr flawed_answer flaw() {
    if (rows.empty() || !rows[0].begins) return {answer_flaw::no_on, {}};
    for (const flawed_answer& one :
         {flawed_answer(), flawed_answer{flaw_of_answer<X, Context, Said>(),
                                         reflect::type_name<typename answer_event<Said>::type>()}...})
      if (one.flaw != answer_flaw::none) return one;
    return {};
  }
};

struct no_answers {
  static constexpr bool declared = false;
  static constexpr std::array<said_answer, 0> rows{};
  template <class X, class Context>
  static constexpr flawed_answer flaw() {
    return {};
  }
};
template <class X>
struct answers_of {
  using type = no_answers;
};
template <HasAnswers X>
struct answers_of<X> {
  using type = answer_list<typename X::answers>;
};

}  // namespace detail

// `rows`; none where X has no list, which is not `declared` then.
template <class X>
using answers = typename detail::answers_of<X>::type;

// Whether the list of X says what can be; `answers_verdict` says what cannot.
template <class X, class Context>
inline constexpr bool answers_well = true;
template <HasAnswers X, class Context>
inline constexpr bool answers_well<X, Context> =
    answers<X>::template flaw<X, Context>().flaw == detail::answer_flaw::none;
template <class X, class Context>
constexpr event_verdict answers_verdict() {
  using diagnostic::sentence;
  const detail::flawed_answer bad = answers<X>::template flaw<X, Context>();
  const std::string_view name = X::manifest.name;
  switch (bad.flaw) {
    case detail::answer_flaw::none:
      return {};
    case detail::answer_flaw::no_list:
    case detail::answer_flaw::no_on:
      return {event_fault::not_an_answer,
              sentence{name, " has a list of answers that does not begin with what is heard. Write ",
                       "using answers = tenon::answers<tenon::on<heard>, emitted>;"}};
    case detail::answer_flaw::not_an_event:
      return {event_fault::not_an_answer,
              sentence{name, " has ", bad.type, " among its answers, which is no event. Take it out, or make it an ",
                       "aggregate with static constexpr std::string_view name = `some.name`;"}};
    case detail::answer_flaw::not_heard:
      return {event_fault::not_an_answer,
              sentence{name, " says what it answers to ", bad.type, ", and does not hear it. Give it a public void on(",
                       bad.type, "&), or take tenon::on<", bad.type, "> out."}};
    case detail::answer_flaw::not_emitted:
      return {event_fault::not_an_answer,
              sentence{name, " answers by ", bad.type, ", which it does not declare among what it emits. Add ",
                       bad.type, " to its emits, or take it out."}};
  }
  return {};
}

}  // namespace tenon::event
