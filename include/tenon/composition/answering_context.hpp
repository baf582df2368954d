// The context of a listener whose extension says what it answers: it emits that and nothing else.
#pragma once

#include <type_traits>
#include <utility>

#include "tenon/composition/context.hpp"
#include "tenon/concepts/answers.hpp"
#include "tenon/concepts/emits.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/diagnostic/undeclared_answer.hpp"
#include "tenon/reflect/type_name.hpp"
#include "tenon/word/fixed_string.hpp"
#include "tenon/word/name.hpp"

namespace tenon {

namespace detail {

template <class Extension, class Heard, class Event>
struct answers_undeclared {
  static constexpr diagnostic::sentence text{Extension::manifest.name,
                                             " emits ",
                                             reflect::type_name<Event>(),
                                             " when it hears ",
                                             Heard::name,
                                             ", which its answers do not say. Add ",
                                             reflect::type_name<Event>(),
                                             " behind tenon::on<",
                                             reflect::type_name<Heard>(),
                                             "> in using answers."};
};

}  // namespace detail

template <class Extension, class App, class Heard>
class answering_context : public context<Extension, App> {
  using whole = context<Extension, App>;
  template <class E>
  using event_of = std::remove_cvref_t<E>;
  // What is not declared at all is said by the whole context.
  template <class E>
  static constexpr bool may = Answers<Extension, Heard, event_of<E>> || !Emits<Extension, event_of<E>>;
  template <class E>
  using undeclared =
      diagnostic::said<diagnostic::undeclared_answer, detail::answers_undeclared<Extension, Heard, event_of<E>>>;

 public:
  constexpr explicit answering_context(const whole& of) noexcept : whole(of) {}

  template <class E>
  [[gnu::always_inline]] decltype(auto) emit(E&& event) const {
    if constexpr (may<E>)
      return whole::emit(std::forward<E>(event));
    else
      return undeclared<E>::error;
  }
  template <fixed_string Name, class E>
  [[gnu::always_inline]] decltype(auto) emit_to(extension_name<Name> whom, E&& event) const {
    if constexpr (may<E>)
      return whole::emit_to(whom, std::forward<E>(event));
    else
      return undeclared<E>::error;
  }
  template <class E>
  void post_event(const E& event) const {
    if constexpr (may<E>)
      whole::post_event(event);
    else
      return undeclared<E>::error;
  }
};

}  // namespace tenon
