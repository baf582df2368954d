// Who hears what. The only template of events that asks every extension.
#pragma once

#include <cstddef>
#include <span>
#include <utility>

#include "tenon/composition/context.hpp"
#include "tenon/composition/implementation.hpp"
#include "tenon/event/hearing.hpp"
#include "tenon/event/stated_events.hpp"

namespace tenon::event {

// One that hears an event.
struct listener {
  std::size_t rank = 0;  // its extension's place in start order
  hearing how = hearing::none;
  bool posted = false;  // it hears a copy later, on its executor
  std::size_t as = 0;   // the event that it hears: another one where the two are one by an alias
};

// Pairs of an event and a listener, by event and then in start order: those of event e are at first[e] to first[e + 1].
template <std::size_t Events, std::size_t Pairs>
struct listener_table {
  static constexpr std::size_t size = Pairs;
  listener all[Pairs + 1]{};
  std::size_t first[Events + 1]{};
  [[nodiscard]] constexpr std::size_t count(std::size_t event) const { return first[event + 1] - first[event]; }
  [[nodiscard]] constexpr std::span<const listener> of(std::size_t event) const {
    return {all + first[event], first[event + 1] - first[event]};
  }
};

template <class App, class... Listed>
class listeners_of {
  using order = composed<Listed...>;
  using stated = stated_events<Listed...>;
  static constexpr std::size_t events = stated::count, extensions = sizeof...(Listed);
  static constexpr hearing_view views[extensions]{
      hearings<typename unmarked<Listed>::type, context<typename unmarked<Listed>::type, App>,
               typename stated::row>...};
  static constexpr std::size_t size = [] {
    std::size_t n = 0;
    for (const hearing_view& one : views) n += one.count;
    return n;
  }();

 public:
  // Where in the list the first one stands that has an odd `on`; their number where none has. Few, as in the test of an
  // extension, are all asked for what is private.
  static constexpr std::size_t first_odd = [] {
    std::size_t x = 0;
    if constexpr (extensions <= 16) {
      const odd_on of[]{odd_on_of<typename unmarked<Listed>::type, context<typename unmarked<Listed>::type, App>,
                                  typename stated::row>()...};
      while (x < extensions && of[x] == odd_on::none) ++x;
    } else {
      while (x < extensions && views[x].odd == odd_on::none) ++x;
    }
    return x;
  }();

  // Whom a second look was worth, and how each takes it.
  static constexpr listener_table<events, size> looked_at = [] {
    listener_table<events, size> out;
    std::size_t next[events + 1]{};
    for (const hearing_view& one : views)
      for (std::size_t i = 0; i < one.count; ++i) ++next[one.event[i]];
    std::size_t sum = 0;
    for (std::size_t event = 0; event < events; ++event) {
      out.first[event] = sum;
      sum += next[event];
      next[event] = out.first[event];
    }
    out.first[events] = sum;
    std::size_t rank = 0;
    for (std::size_t listed : order::listed_at) {
      const hearing_view& one = views[listed];
      for (std::size_t i = 0; i < one.count; ++i)
        out.all[next[one.event[i]]++] = {rank, one.how[i], one.posted, one.event[i]};
      ++rank;
    }
    return out;
  }();

 private:
  static constexpr std::size_t heard = [] {
    std::size_t n = 0;
    for (std::size_t c = 0; c < size; ++c) n += is_heard(looked_at.all[c].how);
    return n;
  }();

  // Those that hear it themselves.
  static constexpr auto own = [] {
    listener_table<events, heard> out;
    std::size_t n = 0;
    for (std::size_t event = 0; event < events; ++event) {
      for (std::size_t c = looked_at.first[event]; c < looked_at.first[event + 1]; ++c)
        if (is_heard(looked_at.all[c].how)) out.all[n++] = looked_at.all[c];
      out.first[event + 1] = n;
    }
    return out;
  }();

  // And those that hear another one that is one with it, in start order among them. Who hears both hears only the one
  // that is emitted; who hears two others, the one whose name comes first.
  template <class Take>
  static constexpr void each_with_aliases(std::size_t event, Take take) {
    listener found[extensions + 1]{};
    bool hears[extensions + 1]{};
    auto add = [&](std::size_t as) {
      for (const listener& one : own.of(as))
        if (!hears[one.rank]) {
          hears[one.rank] = true;
          found[one.rank] = one;
        }
    };
    add(event);
    for (std::size_t other = 0; other < events; ++other)
      if (other != event && stated::one_with[other] == stated::one_with[event]) add(other);
    for (std::size_t rank = 0; rank < extensions; ++rank)
      if (hears[rank]) take(found[rank]);
  }
  // (A function: a variable that holds one would be made, with all that it calls, where nobody calls it.)
  static consteval auto with_aliases() {
    constexpr std::size_t pairs = [] {
      std::size_t n = 0;
      for (std::size_t event = 0; event < events; ++event) each_with_aliases(event, [&](const listener&) { ++n; });
      return n;
    }();
    listener_table<events, pairs> out;
    std::size_t n = 0;
    for (std::size_t event = 0; event < events; ++event) {
      each_with_aliases(event, [&](const listener& one) { out.all[n++] = one; });
      out.first[event + 1] = n;
    }
    return out;
  }

 public:
  static constexpr auto all = [] {
    if constexpr (stated::has_aliases)
      return with_aliases();
    else
      return own;
  }();
};

}  // namespace tenon::event
