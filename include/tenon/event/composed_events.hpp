// The events of a whole composition: who emits what, who hears it, and whether an event can lead to itself.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>

#include "tenon/event/cycle.hpp"
#include "tenon/event/event_row.hpp"
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
  // Who hears it, in start order: a span of `listener`.
  static constexpr auto& listeners = hears::all;

 private:
  static constexpr std::size_t edges = stated::stated + hears::all.size;
  // Extensions and events are the nodes: whoever emits leads to the event, and that to whoever hears it.
  static constexpr auto circling = [] {
    std::array<edge, edges> out{};
    std::size_t n = 0;
    for (const place& one : stated::by_name)
      out[n++] = {order::rank_of_listed[one.extension],
                  sizeof...(Listed) + stated::index_of(stated::facts_at(one).name)};
    for (std::size_t event = 0; event < count; ++event)
      for (std::size_t i = hears::all.first[event]; i < hears::all.first[event + 1]; ++i)
        out[n++] = {sizeof...(Listed) + event, hears::all.all[i].rank};
    return on_circle<sizeof...(Listed) + count>(out);
  }();
  // Who emits what, event by event and in start order.
  static constexpr std::array<std::size_t, stated::stated> emitters = [] {
    std::array<std::size_t, stated::stated> out{};
    for (std::size_t i = 0; i < stated::stated; ++i) out[i] = order::rank_of_listed[stated::by_name[i].extension];
    for (std::size_t from = 0, to = 0; from < stated::stated; from = to) {
      for (to = from + 1; to < stated::stated && !stated::begins_an_event(to);) ++to;
      std::sort(out.begin() + from, out.begin() + to);
    }
    return out;
  }();

 public:
  // Can hearing an event lead to its being emitted again?
  static constexpr bool returns(std::size_t event) { return circling[sizeof...(Listed) + event]; }

  static constexpr std::array<event_row, count> rows = [] {
    std::array<event_row, count> out{};
    std::size_t event = 0;
    for (std::size_t from = 0, to = 0; from < stated::stated; from = to, ++event) {
      for (to = from + 1; to < stated::stated && !stated::begins_an_event(to);) ++to;
      out[event] = {stated::facts[event], std::span(emitters).subspan(from, to - from), hears::all.of(event),
                    circling[sizeof...(Listed) + event]};
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
