// Where hearing an event can lead, in a whole composition: over whoever hears it to what that one emits, or, where it
// says so, to its answers alone.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <type_traits>

#include "tenon/composition/implementation.hpp"
#include "tenon/concepts/exports.hpp"
#include "tenon/event/answers.hpp"
#include "tenon/event/cycle.hpp"
#include "tenon/event/emits.hpp"
#include "tenon/event/listeners.hpp"
#include "tenon/event/stated_events.hpp"

namespace tenon::event {

namespace detail {
template <class X>
inline constexpr bool has_functions = requires { typename X::functions; } || requires { typename X::drivers; };
// An int that is exported calls nobody.
template <class X>
inline constexpr bool exports_code = false;
template <Exports X>
inline constexpr bool exports_code<X> = std::is_class_v<typename X::exports> || std::is_pointer_v<typename X::exports>;
}  // namespace detail

template <class App, class... Listed>
class leads_to {
  using stated = stated_events<Listed...>;
  using hears = listeners_of<App, Listed...>;
  using order = typename stated::order;
  static constexpr std::size_t extensions = sizeof...(Listed);
  static constexpr std::array<bool, extensions> answers_declared{answers<typename unmarked<Listed>::type>::declared...};
  static constexpr std::array<bool, extensions> sends_any{emits<typename unmarked<Listed>::type>::any...};
  // Who runs code of another one by a call: where hearing an event leads to such a one, that may emit whatever it says.
  // So may one that could call itself, whatever it declares to answer.
  static constexpr std::array<bool, extensions> can_be_called{
      (unmarked<Listed>::is_implementation || detail::exports_code<typename unmarked<Listed>::type> ||
       detail::has_functions<typename unmarked<Listed>::type>)...};
  static constexpr bool answers_alone(std::size_t listed) {
    return any_answers && answers_declared[listed] && !can_be_called[listed];
  }
  // take(whom) for each that `listed` can call, by its place in start order.
  template <class Take>
  static constexpr void each_called(std::size_t listed, Take take) {
    for (std::size_t n = 0; n < order::manifests[listed].needs.size(); ++n)
      if (const std::size_t whom = order::result.wants[listed][n]; whom != order::result.npos && can_be_called[whom])
        take(order::rank_of_listed[whom]);
  }
  static constexpr std::array<std::span<const said_answer>, extensions> answers_of{
      std::span<const said_answer>(answers<typename unmarked<Listed>::type>::rows)...};
  static constexpr bool any_answers = [] {
    for (bool one : answers_declared)
      if (one) return true;
    return false;
  }();

  // From an event to each answer that somebody declares: take(event, answer, place in the list of extensions).
  template <class Take>
  static constexpr void each_answer(Take take) {
    for (std::size_t event = 0; event < stated::count; ++event)
      for (const listener& one : hears::all.of(event)) {
        const std::size_t listed = order::result.order[one.rank];
        bool of_heard = false;
        for (const said_answer& said : answers_of[listed]) {
          if (said.begins)
            of_heard = said.name == stated::facts[one.as].name;
          else if (of_heard)
            take(event, stated::index_of(said.name), listed);
        }
      }
  }
  // Whether anything can come of what an extension hears, by its place in start order. Most only listen, and an edge to
  // one that leads nowhere is on no circle; each edge costs a compiler some steps.
  struct flags {
    bool at[extensions + 1]{};
  };
  static constexpr flags leads_on = [] {
    flags out;
    for (std::size_t listed = 0; listed < extensions; ++listed) {
      bool& leads = out.at[order::rank_of_listed[listed]];
      leads = sends_any[listed] || stated::rows[listed].size() != 0;
      each_called(listed, [&](std::size_t) { leads = true; });
    }
    return out;
  }();
  // Nodes: extensions by their places in start order, then events.
  template <class Take>
  static constexpr void each_edge(Take take) {
    for (const place& one : stated::by_name)
      if (one.extension < extensions && !answers_alone(one.extension))
        take(order::rank_of_listed[one.extension], extensions + stated::index_of(stated::facts_at(one).name));
    for (std::size_t event = 0; event < stated::count; ++event)
      for (std::size_t i = hears::all.first[event]; i < hears::all.first[event + 1]; ++i) {
        const std::size_t rank = hears::all.all[i].rank;
        if (!leads_on.at[rank]) continue;
        if (!answers_alone(order::result.order[rank]))
          take(extensions + event, rank);
        else
          each_called(order::result.order[rank], [&](std::size_t whom) { take(extensions + event, whom); });
      }
    for (std::size_t listed = 0; listed < extensions; ++listed)
      each_called(listed, [&](std::size_t whom) { take(order::rank_of_listed[listed], whom); });
    for (std::size_t listed = 0; listed < extensions; ++listed)
      if (sends_any[listed] && !answers_alone(listed))
        for (std::size_t event = 0; event < stated::count; ++event)
          take(order::rank_of_listed[listed], extensions + event);
    if constexpr (any_answers)
      each_answer(
          [&](std::size_t event, std::size_t answer, std::size_t) { take(extensions + event, extensions + answer); });
  }
  static constexpr auto edges = [] {
    constexpr std::size_t count = [] {
      std::size_t n = 0;
      each_edge([&](std::size_t, std::size_t) { ++n; });
      return n;
    }();
    std::array<edge, count> out{};
    std::size_t n = 0;
    each_edge([&](std::size_t from, std::size_t to) { out[n++] = {from, to}; });
    return out;
  };
  static constexpr auto circling = on_circle<extensions + stated::count>(edges());

 public:
  // Can hearing an event lead to its being emitted again?
  static constexpr bool itself(std::size_t event) { return circling[extensions + event]; }

  // Events that stand on a circle of declared answers: it can be seen that it never ends. Empty where there is none.
  static constexpr diagnostic::sentence circle_of_answers() {
    if constexpr (!any_answers) {
      return {};
    } else {
      constexpr std::size_t count = [] {
        std::size_t n = 0;
        each_answer([&](std::size_t, std::size_t, std::size_t) { ++n; });
        return n;
      }();
      std::array<edge, count> all{};
      std::array<std::size_t, count> whose{};
      std::size_t n = 0;
      each_answer([&](std::size_t event, std::size_t answer, std::size_t listed) {
        all[n] = {event, answer};
        whose[n++] = listed;
      });
      const auto circling_answers = on_circle<stated::count>(all);
      std::size_t at = 0;
      while (at < stated::count && !circling_answers[at]) ++at;
      if (at == stated::count) return {};
      // From answer to answer, until one event comes twice: from there on it is a circle.
      auto next = [&](std::size_t event) {
        std::size_t i = 0;
        while (all[i].from != event || !circling_answers[all[i].to]) ++i;
        return i;
      };
      std::array<bool, stated::count> seen{};
      while (!seen[at]) {
        seen[at] = true;
        at = all[next(at)].to;
      }
      diagnostic::sentence out{"these events answer each other in a circle: ", stated::facts[at].name};
      std::size_t event = at;
      do {
        const std::size_t by = next(event);
        event = all[by].to;
        out.add(" -> ");
        out.add(stated::facts[event].name);
        out.add(" (by ");
        out.add(stated::who(whose[by]));
        out.add(")");
      } while (event != at);
      out.add(". Drop one of these answers.");
      return out;
    }
  }
};

}  // namespace tenon::event
