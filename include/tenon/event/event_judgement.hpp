// The first thing that is wrong with the events of a composition. Where one kind of thing is wrong, nothing else is
// asked: it could only be a consequence.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "tenon/composition/context.hpp"
#include "tenon/event/aliases.hpp"
#include "tenon/event/answers.hpp"
#include "tenon/event/emits.hpp"
#include "tenon/event/event_fault.hpp"
#include "tenon/event/hearing.hpp"
#include "tenon/event/leads_to.hpp"
#include "tenon/event/listeners.hpp"
#include "tenon/event/listens.hpp"
#include "tenon/event/mentions.hpp"
#include "tenon/event/stated_events.hpp"
#include "tenon/reflect/type_name.hpp"

namespace tenon::event {

namespace detail {

template <class X>
inline constexpr bool delivers_well = !has_delivery<X> || is_posted<X>;
template <class X>
inline constexpr bool lists_openly = !has_listens<X> || requires { typename X::listens; };
template <class X>
inline constexpr bool emits_openly = !has_emits<X> || requires { typename X::emits; };
template <class X>
inline constexpr bool says_answers_openly = !has_answers<X> || HasAnswers<X>;
template <class X>
inline constexpr bool has_its_pattern = !has_on_any<X> || listens<X>::has_patterns;

// Whether what an extension says of itself is right, without a word. It is asked of every extension, and most say
// nothing.
template <class X>
inline constexpr bool says_something = !requires {
  &on_probe<X>::on_any;
  typename std::type_identity<struct on_probe<X>::delivery>;
  typename std::type_identity<struct on_probe<X>::listens>;
  typename std::type_identity<struct on_probe<X>::emits>;
  typename std::type_identity<struct on_probe<X>::answers>;
};
template <class X, class Context>
inline constexpr bool says_it_well = true;
template <class X, class Context>
  requires says_something<X>
inline constexpr bool says_it_well<X, Context> =
    delivers_well<X> && lists_openly<X> && has_its_pattern<X> && emits_events<X> && listens<X>::is_list &&
    bad_pattern<X>.empty() && first_missing<X, Context>.empty() && emits_openly<X> && says_answers_openly<X> &&
    answers_well<X, Context>;
template <class X, class Context>
inline constexpr bool speaks_well = says_it_well<X, Context> && takes_events<X>;

// What is wrong with it.
template <class X, class Context>
constexpr event_verdict own_verdict() {
  if (!delivers_well<X>)
    return {event_fault::not_callable,
            diagnostic::sentence{
                X::manifest.name, " has a member type delivery that is no way of delivery. Write ",
                "using delivery = tenon::on_executor; in public, or drop it: events are heard at once ", "then."}};
  if (!lists_openly<X>)
    return {
        event_fault::not_callable,
        diagnostic::sentence{X::manifest.name, " has a member type listens that is private, so nothing in it would be ",
                             "heard. Make listens public, or give it another name."}};
  if (!has_its_pattern<X>)
    return {event_fault::not_callable,
            diagnostic::sentence{X::manifest.name,
                                 " has an on_any and lists no pattern, so it would never be called. Write ",
                                 "using listens = tenon::listens<tenon::pattern<`*`>>; or give it another name."}};
  if (!emits_openly<X>)
    return {
        event_fault::not_callable,
        diagnostic::sentence{X::manifest.name, " has a member type emits that is private, so it could emit nothing ",
                             "in it. Make emits public, or give it another name."}};
  if (!emits_events<X>) return emits_verdict<X>();
  if (!takes_events<X>)
    return {
        event_fault::not_callable,
        diagnostic::sentence{X::manifest.name, " has an on that nobody would call: it takes no event by reference, ",
                             "or something else than auto& ctx behind it. Write void on(const greeted&), or ",
                             "void on(const greeted&, auto& ctx), or give it another name."}};
  if constexpr (!listens<X>::is_list || !bad_pattern<X>.empty() || !first_missing<X, Context>.empty())
    return listens_verdict<X, Context>();
  else if constexpr (!says_answers_openly<X>)
    return {
        event_fault::not_an_answer,
        diagnostic::sentence{X::manifest.name, " has a member answers that is private or no type, so nothing in it ",
                             "would be known. Write using answers = tenon::answers<tenon::on<heard>, emitted>; in ",
                             "public, or give it another name."}};
  else
    return answers_verdict<X, Context>();
}

// What is wrong with an `on` of `who`, whatever the event is.
constexpr event_verdict odd_verdict(std::string_view who, odd_on what) {
  using diagnostic::sentence;
  if (what == odd_on::for_everything)
    return {event_fault::not_callable,
            sentence{who, " has an on that takes any event, so nobody can say what it hears. Name the event, or ",
                     "write on_any and using listens = tenon::listens<tenon::pattern<`*`>>;"}};
  return {event_fault::not_callable,
          sentence{who, " has an on that is private or cannot be called, so it would hear nothing by it. Make it ",
                   "public and write void on(const greeted&), or void on(const greeted&, auto& ctx), or give it ",
                   "another name."}};
}

// What is wrong with how `who` takes an event.
constexpr event_verdict hearing_verdict(const event_facts& event, std::string_view who, hearing how) {
  using diagnostic::sentence;
  if (how == hearing::not_exact)
    return {event_fault::not_callable,
            sentence{who, " has an on for ", event.name,
                     " that takes it by value, returns something, is static or has a & behind it. Write void on(",
                     event.type, "&), or const, and with auto& ctx behind it where it is needed."}};
  if (how == hearing::not_listed)
    return {event_fault::not_callable,
            sentence{who, " has an on for ", event.name, ", which its closed list of listens does not name. Add ",
                     event.type, " to it, or drop the on."}};
  if (how == hearing::not_const)
    return {
        event_fault::not_callable,
        sentence{who, " hears ", event.name, " on its executor, too late to answer, and takes it by a reference that ",
                 "could be changed. Take const ", event.type, "&, or drop using delivery = tenon::on_executor;"}};
  if (how == hearing::not_copyable)
    return {event_fault::not_callable,
            sentence{who, " hears ", event.name, " on its executor, and ", event.type,
                     " cannot be copied there. Give it a copy constructor, or drop using delivery = "
                     "tenon::on_executor;"}};
  if (how == hearing::any_not_callable)
    return {event_fault::not_callable,
            sentence{who, " listens to a pattern that covers ", event.name,
                     " and cannot be told. Give it a public void on_any(auto& event), or with auto& ctx behind it."}};
  return {};
}

}  // namespace detail

template <class App, class... Listed>
struct event_judgement {
  using stated = stated_events<Listed...>;
  using hears = listeners_of<App, Listed...>;

  // The first that says something wrong of itself.
  static constexpr std::size_t misspoken = [] {
    std::size_t x = 0;
    for (bool well :
         {detail::speaks_well<typename unmarked<Listed>::type, context<typename unmarked<Listed>::type, App>>...}) {
      if (!well) break;
      ++x;
    }
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

  // The first event in a list of `listens` that shares its name with one of another type, and that one.
  struct stranger {
    bool there = false;
    std::string_view who{};
    event_facts listed{}, other{};
  };
  static constexpr stranger misnamed = [] {
    using named = mentions<Listed...>;
    for (std::size_t list = named::extensions + 1; list < named::lists; ++list)
      for (const emitted& one : named::rows[list]) {
        if (!one.problem.empty()) continue;
        if (const std::size_t event = stated::index_of(one.facts.name);
            event != stated::count && stated::facts[event].type != one.facts.type)
          return stranger{true, stated::who(list - named::extensions - 1), one.facts, stated::facts[event]};
      }
    return stranger{};
  }();

  // Of the events one after the other: first what is wrong with how somebody takes it, then
  // whether nobody does.
  static constexpr event_verdict misheard() {
    for (std::size_t event = 0; event < stated::count; ++event) {
      const event_facts& facts = stated::facts[event];
      for (const listener& one : hears::looked_at.of(event)) {
        if (is_heard(one.how)) continue;
        const std::string_view who = stated::who(stated::order::result.order[one.rank]);
        if (event_verdict bad = detail::hearing_verdict(facts, who, one.how); bad.fault != event_fault::none)
          return bad;
      }
      if (hears::all.count(event) == 0 && !facts.may_be_unheard && stated::is_emitted(event))
        return {
            event_fault::unheard,
            diagnostic::sentence{stated::who(stated::places[event].extension), " emits ", facts.name,
                                 ", and nobody in this composition hears it. Add an extension that does, or say static "
                                 "constexpr bool may_be_unheard = true; in ",
                                 facts.type, "."}};
    }
    if (const diagnostic::sentence circle = leads_to<App, Listed...>::circle_of_answers(); circle.size() != 0)
      return {event_fault::circular_answer, circle};
    return {};
  }

  static constexpr event_verdict judge() {
    if constexpr (misspoken != sizeof...(Listed)) {
      using X = typename stated::template extension<misspoken>;
      return detail::own_verdict<X, context<X, App>>();
    } else if constexpr (alias_verdict<Listed...>.fault != event_fault::none) {
      return alias_verdict<Listed...>;
    } else if constexpr (namesake != stated::stated) {
      const place a = stated::by_name[namesake - 1], b = stated::by_name[namesake];
      return {event_fault::duplicate,
              diagnostic::sentence{
                  "two events are named ", stated::facts_at(a).name, ": ", stated::facts_at(a).type, ", which ",
                  stated::who(a.extension), a.extension == stated::by_alias ? " names, and " : " emits, and ",
                  stated::facts_at(b).type, " of ", stated::who(b.extension), ". Rename one of them."}};
    } else if constexpr (misnamed.there) {
      return {event_fault::duplicate,
              diagnostic::sentence{"two events are named ", misnamed.listed.name, ": ", misnamed.listed.type,
                                   ", which ", misnamed.who, " listens to, and ", misnamed.other.type,
                                   ", which is emitted. Rename one of them, or listen to the other."}};
    } else if constexpr (hears::first_odd != sizeof...(Listed)) {
      using X = typename stated::template extension<hears::first_odd>;
      return detail::odd_verdict(X::manifest.name, odd_on_of<X, context<X, App>, typename stated::row>());
    } else {
      return misheard();
    }
  }
};

// The verdict on its own: where there is a fault, nothing else of the events may be asked.
template <class App, class... Listed>
struct judged_events {
  static constexpr event_verdict verdict = event_judgement<App, Listed...>::judge();
};

}  // namespace tenon::event
