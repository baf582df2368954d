// The events of a whole composition: who emits what, who hears it, and whether an event can lead to itself.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>

#include "tenon/event/event_row.hpp"
#include "tenon/event/leads_to.hpp"
#include "tenon/event/listeners.hpp"
#include "tenon/event/stated_events.hpp"

namespace tenon::event {

// Only for events on which the verdict is good.
template <class App, class... Listed>
class composed_events {
  using stated = stated_events<Listed...>;
  using hears = listeners_of<App, Listed...>;
  using order = typename stated::order;

 public:
  // Events are counted in the order of their names.
  static constexpr std::size_t count = stated::count;
  using row = typename stated::row;
  // `count` where there is none of that name.
  static constexpr std::size_t index_of(std::string_view name) { return stated::index_of(name); }
  // Who hears it, in start order: a span of `listener`.
  static constexpr auto& listeners = hears::all;

 private:
  using leads = leads_to<App, Listed...>;
  static constexpr std::size_t extensions = sizeof...(Listed);
  // Behind them stand the app and the aliases.
  static constexpr std::size_t end_of_emitters(std::size_t from) {
    std::size_t to = from;
    while (to < stated::stated && (to == from || !stated::begins_an_event(to)) &&
           stated::by_name[to].extension < extensions)
      ++to;
    return to;
  }
  // Who emits what, event by event and in start order.
  static constexpr std::array<std::size_t, stated::stated> emitters = [] {
    std::array<std::size_t, stated::stated> out{};
    for (std::size_t i = 0; i < stated::stated; ++i)
      if (stated::by_name[i].extension < extensions) out[i] = order::rank_of_listed[stated::by_name[i].extension];
    for (std::size_t from = 0, to = 0; from < stated::stated; from = to) {
      std::sort(out.begin() + from, out.begin() + end_of_emitters(from));
      for (to = from + 1; to < stated::stated && !stated::begins_an_event(to);) ++to;
    }
    return out;
  }();
  // The names of what is one with an event, for each event that is one with another.
  template <class Take>
  static constexpr void each_other_name(std::size_t event, Take take) {
    for (std::size_t other = 0; other < count; ++other)
      if (other != event && stated::one_with[other] == stated::one_with[event]) take(stated::facts[other].name);
  }
  static constexpr auto other_names = [] {
    constexpr std::size_t all = [] {
      std::size_t n = 0;
      if constexpr (stated::has_aliases)
        for (std::size_t event = 0; event < count; ++event) each_other_name(event, [&](std::string_view) { ++n; });
      return n;
    }();
    struct {
      std::array<std::string_view, all> names{};
      std::array<std::size_t, count + 1> first{};
    } out;
    std::size_t n = 0;
    if constexpr (stated::has_aliases)
      for (std::size_t event = 0; event < count; ++event) {
        each_other_name(event, [&](std::string_view name) { out.names[n++] = name; });
        out.first[event + 1] = n;
      }
    return out;
  }();

 public:
  // Can hearing an event lead to its being emitted again?
  static constexpr bool returns(std::size_t event) { return leads::itself(event); }
  // Is it one with another by an alias, that somebody hears in its place?
  static constexpr bool is_heard_as_another(std::size_t event) {
    if constexpr (stated::has_aliases)
      for (const listener& one : listeners.of(event))
        if (one.as != event) return true;
    return false;
  }

  static constexpr std::array<event_row, count> rows = [] {
    std::array<event_row, count> out{};
    std::size_t event = 0;
    for (std::size_t from = 0, to = 0; from < stated::stated; from = to, ++event) {
      to = end_of_emitters(from);
      out[event] = {stated::facts[event],
                    std::span(emitters).subspan(from, to - from),
                    hears::all.of(event),
                    leads::itself(event),
                    to < stated::stated && stated::by_name[to].extension == stated::framework &&
                        stated::facts_at(stated::by_name[to]).name == stated::facts[event].name,
                    std::span(other_names.names)
                        .subspan(other_names.first[event], other_names.first[event + 1] - other_names.first[event])};
      for (to = from + 1; to < stated::stated && !stated::begins_an_event(to);) ++to;
    }
    return out;
  }();
};

// An app without extensions has no events either.
struct no_events {
  static constexpr std::size_t count = 0;
  static constexpr std::array<event_row, 0> rows{};
};

}  // namespace tenon::event
