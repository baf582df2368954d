// Which events of a composition are one by its aliases, and whether they can be.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tenon/composition/alias.hpp"
#include "tenon/composition/listing.hpp"
#include "tenon/concepts/event.hpp"
#include "tenon/event/emits.hpp"
#include "tenon/event/event_fault.hpp"
#include "tenon/event/mentions.hpp"
#include "tenon/event/shared_fields.hpp"
#include "tenon/meta/type_at.hpp"
#include "tenon/reflect/type_name.hpp"
#include "tenon/word/nearest.hpp"

namespace tenon::event {

namespace detail {

// What stands where a name leads to no event.
struct unknown_event {
  static constexpr std::string_view name{};
};

template <class Mentions, fixed_string Name>
struct event_named {
  static constexpr place at = Mentions::find(Name.view());
  static consteval auto find() {
    if constexpr (at.extension == Mentions::lists)
      return std::type_identity<unknown_event>();
    else
      return std::type_identity<typename Mentions::template at<at>>();
  }
  using type = typename decltype(find())::type;
};

// The two events of an alias, and the names by which it was given them.
template <class Mentions, class Tag>
struct alias_ends;
template <class Mentions, class Event, class Other>
struct alias_ends<Mentions, alias<Event, Other>> {
  using first = Event;
  using second = Other;
  static constexpr std::string_view names[2]{};
};
template <class Mentions, fixed_string Event, fixed_string Other>
struct alias_ends<Mentions, named_alias<Event, Other>> {
  using first = typename event_named<Mentions, Event>::type;
  using second = typename event_named<Mentions, Other>::type;
  static constexpr std::string_view names[2]{Event.view(), Other.view()};
};

template <class... Tags>
inline constexpr std::size_t alias_count = (std::size_t{0} + ... + std::size_t{is_alias<Tags>});

template <class Mentions, bool SendsAny, class... Ends>
class alias_set {
  static constexpr std::size_t count = sizeof...(Ends);

 public:
  static constexpr std::size_t size = 2 * count;
  static constexpr std::array<emitted, size> rows = [] {
    std::array<emitted, size> out{};
    std::size_t n = 0;
    [[maybe_unused]] int put[] = {
        0, (out[n++] = emitted_of<typename Ends::first>(), out[n++] = emitted_of<typename Ends::second>(), 0)...};
    return out;
  }();
  static constexpr std::array<std::string_view, size> given = [] {
    std::array<std::string_view, size> out{};
    std::size_t n = 0;
    [[maybe_unused]] int put[] = {0, (out[n++] = Ends::names[0], out[n++] = Ends::names[1], 0)...};
    return out;
  }();

 private:
  template <class Row, class... Rest>
  struct flattened {
    using type = Row;
  };
  template <class... Types, class End, class... Rest>
  struct flattened<meta::type_row<Types...>, End, Rest...>
      : flattened<meta::type_row<Types..., typename End::first, typename End::second>, Rest...> {};

 public:
  using map = typename flattened<meta::type_row<>, Ends...>::type;

  // The number of the set of events that are one, for each end.
  static constexpr std::array<std::size_t, size> group = [] {
    std::array<std::size_t, size> out{};
    for (std::size_t i = 0; i < size; ++i) out[i] = i / 2;
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t i = 0; i < size; ++i)
        for (std::size_t j = 0; j < size; ++j)
          if (rows[i].facts.name == rows[j].facts.name && out[i] > out[j]) {
            const std::size_t from = out[i], to = out[j];
            for (std::size_t& one : out) one = one == from ? to : one;
            changed = true;
          }
    }
    return out;
  }();

 private:
  static constexpr bool is_emitted(std::size_t end) { return SendsAny || Mentions::is_emitted(rows[end].facts.name); }
  template <std::size_t From, std::size_t To>
  static constexpr diagnostic::sentence problem_between() {
    if constexpr (group[From] == group[To] && is_emitted(From) && rows[From].facts.name != rows[To].facts.name)
      return cannot_fill<meta::type_at<From, map>, meta::type_at<To, map>>();
    else
      return {};
  }
  template <std::size_t... I>
  static constexpr event_verdict fields(std::index_sequence<I...>) {
    std::size_t n = 0;
    for (const diagnostic::sentence& problem : {diagnostic::sentence(), problem_between<I / size, I % size>()...}) {
      if (problem.size() != 0) {
        const std::size_t pair = n - 1;
        return {event_fault::alias_fields,
                diagnostic::sentence{rows[pair / size].facts.name, " and ", rows[pair % size].facts.name,
                                     " are to be one by an alias: ", problem.view()}};
      }
      ++n;
    }
    return {};
  }

  static constexpr diagnostic::sentence unknown(std::size_t end) {
    std::array<std::string_view, Mentions::most_names> names{};
    const std::size_t n = Mentions::names(names);
    const std::string_view near = nearest(given[end], std::span(names).first(n));
    diagnostic::sentence out{given[end ^ 1], " is to be one with ", given[end],
                             " by an alias, and nobody in this composition emits one of that name, or lists it among "
                             "its listens"};
    if (!near.empty()) {
      out.add("; the nearest is ");
      out.add(near);
    }
    out.add(". Correct the name, or have whoever hears it say using listens = tenon::listens<...>;");
    return out;
  }

 public:
  static constexpr event_verdict judge() {
    using diagnostic::sentence;
    for (std::size_t i = 0; i < size; ++i) {
      if (!given[i].empty() && rows[i].facts.name.empty()) return {event_fault::alias_unknown, unknown(i)};
      if (!rows[i].problem.empty())
        return {event_fault::not_an_event,
                sentence{"an alias names ", rows[i].facts.name, ", and that", rows[i].problem, "."}};
    }
    for (std::size_t i = 0; i < size; ++i) {
      if (rows[i].facts.name == rows[i ^ 1].facts.name)
        return {event_fault::alias_unknown, sentence{rows[i].facts.name, " is to be one with itself by an alias. Take ",
                                                     "the alias out, or name another event."}};
      bool emitted = false;
      for (std::size_t j = 0; j < size; ++j) emitted = emitted || (group[j] == group[i] && is_emitted(j));
      if (!emitted)
        return {event_fault::alias_unknown,
                sentence{rows[i].facts.name, " and ", rows[i ^ 1].facts.name,
                         " are to be one by an alias, and nobody in this composition emits either. Add an extension ",
                         "that does, or take the alias out."}};
    }
    if constexpr (size != 0)
      return fields(std::make_index_sequence<size * size>());
    else
      return {};
  }
};

// Only those that can be: of the others nothing more is asked.
template <class Mentions, bool SendsAny, class... Tags>
consteval auto aliases_in(tenon::detail::tag_list<Tags...>) {
  if constexpr (alias_count<Tags...> == 0) {
    return std::type_identity<alias_set<Mentions, SendsAny>>();
  } else {
    using row = meta::type_row<Tags...>;
    constexpr auto places = [] {
      std::array<std::size_t, alias_count<Tags...>> out{};
      std::size_t n = 0, i = 0;
      for (bool one : {is_alias<Tags>...}) {
        if (one) out[n++] = i;
        ++i;
      }
      return out;
    }();
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
      return std::type_identity<
          alias_set<Mentions, SendsAny, alias_ends<Mentions, meta::type_at<places[I], row>>...>>();
    }(std::make_index_sequence<places.size()>());
  }
}

template <class... Listed>
inline constexpr bool sends_any_event = [] {
  for (bool one : {emits<typename unmarked<Listed>::type>::any...})
    if (one) return true;
  return false;
}();

template <class... Listed>
using stated_aliases = typename decltype(aliases_in<mentions<Listed...>, sends_any_event<Listed...>>(
    typename tenon::detail::tags_of<Listed...>::type()))::type;

}  // namespace detail

// What is wrong with the aliases of a composition.
template <class... Listed>
inline constexpr event_verdict alias_verdict = detail::stated_aliases<Listed...>::judge();

namespace detail {
template <bool Sound, class... Listed>
struct sound_aliases {
  using type = stated_aliases<Listed...>;
};
template <class... Listed>
struct sound_aliases<false, Listed...> {
  using type = alias_set<mentions<Listed...>, false>;
};
}  // namespace detail

// As a list of events (`rows`, `map`), and for each of them the `group` that it is one with. Empty where there are
// none, or where they are wrong.
template <class... Listed>
using aliases = typename detail::sound_aliases<alias_verdict<Listed...>.fault == event_fault::none, Listed...>::type;

}  // namespace tenon::event
