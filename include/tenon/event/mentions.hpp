// Which events a composition knows by name, with their types: those that somebody emits, and those that stand in
// somebody's list of what it listens to.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <type_traits>

#include "tenon/composition/implementation.hpp"
#include "tenon/event/emits.hpp"
#include "tenon/event/framework_events.hpp"
#include "tenon/meta/type_at.hpp"
#include "tenon/word/event.hpp"

namespace tenon::event {

// Whose list, and where in it.
struct place {
  std::size_t extension = 0, position = 0;
};

namespace detail {

template <class X>
struct listed_events {
  static constexpr std::array<emitted, 0> rows{};
};
template <class List>
struct events_of_listens {
  static constexpr std::array<emitted, 0> rows{};
};
// A pattern is no event, and keeps its place.
template <class... Listed>
struct events_of_listens<tenon::listens<Listed...>> {
  static constexpr std::array<emitted, sizeof...(Listed)> rows{emitted_of<Listed>()...};
  using map = meta::type_row<Listed...>;
};
template <class X>
  requires requires { typename X::listens; }
struct listed_events<X> : events_of_listens<typename X::listens> {};

}  // namespace detail

template <class... Listed>
struct mentions {
  static constexpr std::size_t extensions = sizeof...(Listed), lists = 2 * extensions + 1;
  static constexpr std::array<std::span<const emitted>, lists> rows{
      std::span<const emitted>(emits<framework_emitter>::rows),
      std::span<const emitted>(emits<typename unmarked<Listed>::type>::rows)...,
      std::span<const emitted>(detail::listed_events<typename unmarked<Listed>::type>::rows)...};

  // `lists` where nobody knows one of that name.
  static constexpr place find(std::string_view name) {
    for (std::size_t list = 0; list < lists; ++list)
      for (std::size_t i = 0; i < rows[list].size(); ++i)
        if (rows[list][i].problem.empty() && rows[list][i].facts.name == name) return {list, i};
    return {lists, 0};
  }
  // Their names, as far as they are events.
  static constexpr std::size_t most_names = [] {
    std::size_t n = 0;
    for (std::span<const emitted> list : rows) n += list.size();
    return n;
  }();
  static constexpr std::size_t names(std::array<std::string_view, most_names>& out) {
    std::size_t n = 0;
    for (std::span<const emitted> list : rows)
      for (const emitted& one : list)
        if (one.problem.empty()) out[n++] = one.facts.name;
    return n;
  }
  static constexpr bool is_emitted(std::string_view name) { return find(name).extension <= extensions; }

 private:
  using every = meta::type_row<typename unmarked<Listed>::type...>;
  template <std::size_t List, std::size_t Position>
  static consteval auto type_in() {
    if constexpr (List == 0)
      return std::type_identity<meta::type_at<Position, typename emits<framework_emitter>::map>>();
    else if constexpr (List <= extensions)
      return std::type_identity<meta::type_at<Position, typename emits<meta::type_at<List - 1, every>>::map>>();
    else
      return std::type_identity<
          meta::type_at<Position, typename detail::listed_events<meta::type_at<List - 1 - extensions, every>>::map>>();
  }

 public:
  template <place At>
  using at = typename decltype(type_in<At.extension, At.position>())::type;
};

}  // namespace tenon::event
