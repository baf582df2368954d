// The first thing that is wrong with the events of a composition. Where one kind of thing is wrong, nothing else is
// asked: it could only be a consequence.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "tenon/composition/context.hpp"
#include "tenon/event/emits.hpp"
#include "tenon/event/event_fault.hpp"
#include "tenon/event/hearing.hpp"
#include "tenon/event/listeners.hpp"
#include "tenon/event/listens.hpp"
#include "tenon/event/stated_events.hpp"
#include "tenon/reflect/type_name.hpp"

namespace tenon::event {

namespace detail {

// Nobody can mean this one: an `on` that takes it takes everything.
struct anything {
  static constexpr std::string_view name = "anything";
};

// What one extension says of itself.
template <class X, class Context>
constexpr event_verdict own_verdict() {
  if (const event_verdict one = emits_verdict<X>(); one.fault != event_fault::none) return one;
  if constexpr (CallableOn<X, anything, Context>)
    return {event_fault::not_callable,
            diagnostic::sentence{X::manifest.name,
                                 " has an on that takes any event, so nobody can say what it hears. Name the event, or "
                                 "write on_any and using listens = tenon::listens<tenon::pattern<`*`>>;"}};
  else
    return listens_verdict<X, Context>();
}

// What is wrong with how `who` takes E.
template <class E>
constexpr event_verdict hearing_verdict(std::string_view who, hearing how) {
  using diagnostic::sentence;
  constexpr std::string_view type = reflect::type_name<E>();
  if (how == hearing::not_exact)
    return {event_fault::not_callable,
            sentence{who, " has an on for ", E::name, " that takes it by value or returns something. Write void on(",
                     type, "&), or const, and with auto& ctx behind it where it is needed."}};
  if (how == hearing::not_listed)
    return {event_fault::not_callable,
            sentence{who, " has an on for ", E::name, ", which its closed list of listens does not name. Add ", type,
                     " to it, or drop the on."}};
  if (how == hearing::any_not_callable)
    return {event_fault::not_callable,
            sentence{who, " listens to a pattern that covers ", E::name,
                     " and cannot be told. Give it a public void on_any(auto& event), or with auto& ctx behind it."}};
  return {};
}

}  // namespace detail

template <class App, class... Listed>
struct event_judgement {
  using stated = stated_events<Listed...>;
  using hears = listeners_of<App, Listed...>;

  static constexpr std::array<event_fault, sizeof...(Listed)> own_faults{
      detail::own_verdict<typename unmarked<Listed>::type, context<typename unmarked<Listed>::type, App>>().fault...};
  static constexpr std::size_t own_fault = [] {
    std::size_t x = 0;
    while (x < own_faults.size() && own_faults[x] == event_fault::none) ++x;
    return x;
  }();
  // The second of the first two that share a name without being one type.
  static constexpr std::size_t namesake = [] {
    for (std::size_t i = 1; i < stated::stated; ++i) {
      const event_facts &a = stated::facts_at(stated::by_name[i - 1]), &b = stated::facts_at(stated::by_name[i]);
      if (a.name == b.name && a.type != b.type) return i;
    }
    return stated::stated;
  }();

  template <std::size_t Event>
  static constexpr event_verdict verdict_on() {
    using E = typename stated::template at<Event>;
    for (const listener& one : hears::template looked_at<E>) {
      const std::string_view who = stated::who(stated::order::result.order[one.rank]);
      if (const event_verdict bad = detail::hearing_verdict<E>(who, one.how); bad.fault != event_fault::none)
        return bad;
    }
    if (hears::template all<E>.empty() && !may_be_unheard<E>)
      return {
          event_fault::unheard,
          diagnostic::sentence{stated::who(stated::places[Event].extension), " emits ", E::name,
                               ", and nobody in this composition hears it. Add an extension that does, or say static "
                               "constexpr bool may_be_unheard = true; in ",
                               reflect::type_name<E>(), "."}};
    return {};
  }
  template <std::size_t... Event>
  static constexpr std::size_t first_misheard(std::index_sequence<Event...>) {
    const std::array<event_fault, sizeof...(Event)> faults{verdict_on<Event>().fault...};
    std::size_t i = 0;
    while (i < faults.size() && faults[i] == event_fault::none) ++i;
    return i;
  }

  static constexpr event_verdict judge() {
    if constexpr (own_fault != own_faults.size()) {
      using X = typename stated::template extension<own_fault>;
      return detail::own_verdict<X, context<X, App>>();
    } else if constexpr (namesake != stated::stated) {
      const place a = stated::by_name[namesake - 1], b = stated::by_name[namesake];
      return {event_fault::duplicate,
              diagnostic::sentence{"two events are named ", stated::facts_at(a).name, ": ", stated::facts_at(a).type,
                                   ", which ", stated::who(a.extension), " emits, and ", stated::facts_at(b).type,
                                   " of ", stated::who(b.extension), ". Rename one of them."}};
    } else {
      constexpr std::size_t misheard = first_misheard(std::make_index_sequence<stated::count>{});
      if constexpr (misheard != stated::count)
        return verdict_on<misheard>();
      else
        return {};
    }
  }
};

// The verdict on its own: where there is a fault, nothing else of the events may be asked.
template <class App, class... Listed>
struct judged_events {
  static constexpr event_verdict verdict = event_judgement<App, Listed...>::judge();
};

}  // namespace tenon::event
