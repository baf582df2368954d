// What the extensions of a composition say that they emit: every statement, in order of the events' names. Beside them
// stand what the app emits itself, and what an alias names, which may be emitted by nobody.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tenon/composition/composed.hpp"
#include "tenon/composition/implementation.hpp"
#include "tenon/composition/sorted.hpp"
#include "tenon/event/aliases.hpp"
#include "tenon/event/emits.hpp"
#include "tenon/event/framework_events.hpp"
#include "tenon/event/mentions.hpp"
#include "tenon/meta/type_at.hpp"

namespace tenon::event {

namespace detail {

template <class... Listed>
struct statements {
  using order = composed<Listed...>;
  // Statements are counted by extension, as they are listed; behind these come the two that are none.
  static constexpr std::size_t extensions = sizeof...(Listed), framework = extensions, by_alias = extensions + 1;
  static constexpr std::array<std::span<const emitted>, extensions + 2> rows{
      std::span<const emitted>(emits<typename unmarked<Listed>::type>::rows)...,
      std::span<const emitted>(emits<framework_emitter>::rows), std::span<const emitted>(aliases<Listed...>::rows)};
  static constexpr std::size_t stated = [] {
    std::size_t sum = 0;
    for (std::span<const emitted> one : rows) sum += one.size();
    return sum;
  }();
  static constexpr const event_facts& facts_at(place at) { return rows[at.extension][at.position].facts; }
  static constexpr std::string_view who(std::size_t listed) {
    return listed < extensions ? order::manifests[listed].name : listed == framework ? "tenon" : "an alias";
  }
  template <std::size_t I>
  using extension = meta::type_at<I, typename order::map>;
  template <std::size_t List>
  static consteval auto map_of() {
    if constexpr (List < extensions)
      return std::type_identity<typename emits<extension<List>>::map>();
    else if constexpr (List == framework)
      return std::type_identity<typename emits<framework_emitter>::map>();
    else
      return std::type_identity<typename aliases<Listed...>::map>();
  }
};

// As std::string_view does it, for which each letter is a step of the compiler.
[[nodiscard]] constexpr int compare_names(std::string_view a, std::string_view b) {
  const int by = __builtin_memcmp(a.data(), b.data(), a.size() < b.size() ? a.size() : b.size());
  return by != 0 ? by : a.size() == b.size() ? 0 : a.size() < b.size() ? -1 : 1;
}

template <class Statements>
struct sorted_statements : Statements {
  using Statements::facts_at, Statements::rows, Statements::stated, Statements::who, Statements::extensions;
  // By event, then by the emitter's name: what is said of the first does not depend on how a program lists its parts.
  // An extension before the app, and that before an alias.
  static constexpr std::array<place, stated> by_name = [] {
    place all[stated + 1]{};
    std::size_t order[stated + 1]{}, spare[stated + 1]{}, count = 0;
    for (std::size_t x = 0; x < rows.size(); ++x)
      for (std::size_t p = 0; p < rows[x].size(); ++p) {
        order[count] = count;
        all[count++] = {x, p};
      }
    sort_places(order, spare, count, [&](std::size_t i, std::size_t j) {
      const place a = all[i], b = all[j];
      if (const int by = compare_names(facts_at(a).name, facts_at(b).name); by != 0) return by < 0;
      if (a.extension >= extensions || b.extension >= extensions) return a.extension < b.extension;
      return compare_names(who(a.extension), who(b.extension)) < 0;
    });
    std::array<place, stated> out{};
    for (std::size_t i = 0; i < count; ++i) out[i] = all[order[i]];
    return out;
  }();
  static constexpr bool begins_an_event(std::size_t i) {
    return i == 0 || facts_at(by_name[i]).name != facts_at(by_name[i - 1]).name;
  }
};

}  // namespace detail

template <class... Listed>
struct stated_events : detail::sorted_statements<detail::statements<Listed...>> {
  using base = detail::sorted_statements<detail::statements<Listed...>>;

  // Distinct events, by name, each by its first statement.
  static constexpr std::size_t count = [] {
    std::size_t n = 0;
    for (std::size_t i = 0; i < base::stated; ++i) n += base::begins_an_event(i);
    return n;
  }();
  static constexpr std::array<place, count> places = [] {
    std::array<place, count> out{};
    std::size_t n = 0;
    for (std::size_t i = 0; i < base::stated; ++i)
      if (base::begins_an_event(i)) out[n++] = base::by_name[i];
    return out;
  }();
  static constexpr std::array<event_facts, count> facts = [] {
    std::array<event_facts, count> out{};
    for (std::size_t event = 0; event < count; ++event) out[event] = base::facts_at(places[event]);
    return out;
  }();
  template <std::size_t Event>
  using at =
      meta::type_at<places[Event].position, typename decltype(base::template map_of<places[Event].extension>())::type>;
  template <class Numbers>
  struct row_of;
  template <std::size_t... Event>
  struct row_of<std::index_sequence<Event...>> {
    using type = meta::type_row<at<Event>...>;
  };
  // All of them.
  using row = typename row_of<std::make_index_sequence<count>>::type;

  // `count` where nobody emits one of that name.
  static constexpr std::size_t index_of(std::string_view name) {
    const auto found = std::lower_bound(places.begin(), places.end(), name, [](place one, std::string_view wanted) {
      return base::facts_at(one).name < wanted;
    });
    return found != places.end() && base::facts_at(*found).name == name
               ? static_cast<std::size_t>(found - places.begin())
               : count;
  }

  // Whether a statement is an alias's alone: then nobody emits it.
  static constexpr bool is_emitted(std::size_t event) { return places[event].extension != base::by_alias; }

  // The first of all events that are one with it.
  static constexpr bool has_aliases = aliases<Listed...>::size != 0;
  static constexpr std::array<std::size_t, count> one_with = [] {
    std::array<std::size_t, count> out{};
    for (std::size_t event = 0; event < count; ++event) out[event] = event;
    using all = aliases<Listed...>;
    for (std::size_t i = 0; i < all::size; ++i)
      for (std::size_t j = 0; j < all::size; ++j)
        if (all::group[i] == all::group[j]) {
          const std::size_t a = index_of(all::rows[i].facts.name), b = index_of(all::rows[j].facts.name);
          out[a] = out[b] = out[a] < out[b] ? out[a] : out[b];
        }
    return out;
  }();
};

}  // namespace tenon::event