// Looks for something in a type and all the types inside it, while compiling.
#pragma once

#include <cstddef>
#include <string_view>

#include "tenon/diagnostic/sentence.hpp"
#include "tenon/reflect/type.hpp"

namespace tenon::reflect {

// A place, and the way to it from the whole: `.list[].name`.
struct found {
  const slot* place;
  diagnostic::sentence where;
};

namespace detail {

// How the search came to a place: linked through the callers, which is cheap while compiling.
struct step {
  const step* before;
  const slot* place;
  std::string_view name;
};

// Types are told apart by their names: g++ 12 cannot compare addresses in a constant expression while it builds for the
// undefined behaviour sanitizer.
constexpr bool is_inside_itself(const step& last) {
  for (const step* one = last.before; one != nullptr; one = one->before)
    if (one->place->of->name == last.place->of->name) return true;
  return false;
}

// Calls arrive(step) at the first place for which the test holds.
template <class Test, class Arrive>
constexpr bool go(const step& last, Test test, Arrive& arrive) {
  const type& of = *last.place->of;
  if (test(*last.place)) return arrive(last), true;
  if (of.is < kind::optional || is_inside_itself(last)) return false;
  switch (of.is) {
    case kind::optional:
      return go(step{&last, &as<optional_type>(of).inner, ""}, test, arrive);
    case kind::list:
      return go(step{&last, &as<list_type>(of).element, "[]"}, test, arrive);
    case kind::map:
      return go(step{&last, &as<map_type>(of).element, "[]"}, test, arrive);
    case kind::aggregate:
      for (const named_slot& field : as<aggregate_type>(of).fields)
        if (go(step{&last, &field, field.name}, test, arrive)) return true;
      return false;
    default:
      return false;
  }
}

constexpr void add_way(const step& last, diagnostic::sentence& where) {
  if (last.before != nullptr) add_way(*last.before, where);
  if (!last.name.empty() && last.name != "[]") where.add(std::string_view("."));
  where.add(last.name);
}

}  // namespace detail

// Whether something has to be said of the place: it wears `required`, or a field inside it does, of an aggregate that
// is always there.
[[nodiscard]] constexpr bool has_to_be_said(const slot& place) {
  if (place.wears->required) return true;
  if (place.of->is != kind::aggregate) return false;
  for (const named_slot& field : as<aggregate_type>(*place.of).fields)
    if (has_to_be_said(field)) return true;
  return false;
}

// Does the test hold for the place, or for one inside it?
template <class Test>
[[nodiscard]] constexpr bool holds(const slot& whole, Test test) {
  auto stop = [](const detail::step&) {};
  return detail::go({nullptr, &whole, ""}, test, stop);
}

// The first such place, the whole itself first. There must be one.
template <class Test>
[[nodiscard]] constexpr found search(const slot& whole, Test test) {
  found out{nullptr, {}};
  auto stop = [&](const detail::step& last) {
    out.place = last.place;
    detail::add_way(last, out.where);
  };
  detail::go({nullptr, &whole, ""}, test, stop);
  return out;
}

}  // namespace tenon::reflect
