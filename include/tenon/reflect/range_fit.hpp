// Ranges whose ends go with what they are about, and a sentence for those whose do not.
#pragma once

#include <string_view>

#include "tenon/diagnostic/malformed_range.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/reflect/magnitude.hpp"
#include "tenon/reflect/search.hpp"
#include "tenon/reflect/type_of.hpp"

namespace tenon::reflect {

namespace detail {

constexpr slot without_optional(const slot& place) {
  slot inside = place;
  while (inside.of->is == kind::optional) inside = inner_of(inside);
  return inside;
}
constexpr measure wanted_at(const slot& place) {
  return place.of->is == kind::formed ? as<formed_type>(*place.of).measured : measure::number;
}
// A number may be compared with seconds or bytes: it says by its unit what it counts.
constexpr bool is_odd(const field_bound& end, measure wanted) {
  return end.set && (end.of == measure::unreadable || (wanted != measure::number && end.of != wanted));
}
constexpr bool is_upside_down(const facts& told) {
  return told.min.set && told.max.set && told.min.value > told.max.value;
}
// What has no more and no less: a range of it would be passed over.
constexpr bool is_immeasurable(kind one) {
  return one == kind::boolean || one == kind::enumeration || one == kind::aggregate || one == kind::raw;
}
constexpr bool has_odd_range(const slot& place) {
  const slot inside = without_optional(place);
  const measure wanted = wanted_at(inside);
  const facts& told = inside.wears->told;
  if (is_immeasurable(inside.of->is)) return told.min.set || told.max.set;
  return is_odd(told.min, wanted) || is_odd(told.max, wanted) || is_upside_down(told);
}

constexpr std::string_view in_words(measure one) {
  switch (one) {
    case measure::number:
      return "a bare number";
    case measure::time:
      return "a length of time";
    case measure::bytes:
      return "an amount of bytes";
    case measure::unreadable:
      break;
  }
  return "a text that cannot be read";
}

template <class T>
struct why_odd {
  static constexpr diagnostic::sentence text = [] {
    const found first = search(described<T>, has_odd_range);
    const slot inside = without_optional(*first.place);
    const measure wanted = wanted_at(inside);
    const facts& told = inside.wears->told;
    if (is_immeasurable(inside.of->is))
      return diagnostic::sentence(type_name<T>(), first.where.view(), ": it has a ", told.min.set ? ".min" : ".max",
                                  ", and a value of type ", inside.of->name,
                                  " is never more than another or less, so nobody would ask for it. Drop its .min and "
                                  "its .max");
    const bool low = is_odd(told.min, wanted);
    if (!low && !is_odd(told.max, wanted)) {
      diagnostic::sentence out(type_name<T>(), first.where.view(), ": its range begins with ");
      add_magnitude(out, told.min.value, wanted);
      out.add(std::string_view(" and ends with "));
      add_magnitude(out, told.max.value, wanted);
      out.add(std::string_view(", so nothing is inside of it. Exchange its .min and its .max"));
      return out;
    }
    diagnostic::sentence out(type_name<T>(), first.where.view(), ": the ", low ? ".min" : ".max", " of its range is ",
                             in_words((low ? told.min : told.max).of), ". Write ");
    if (wanted == measure::number) {
      out.add(std::string_view("a number, or one with its unit, such as `10s` or `8MiB`"));
      return out;
    }
    const std::string_view examples = as<formed_type>(*inside.of).example;
    out.add(in_words(wanted));
    out.add(std::string_view(", with its unit: `"));
    out.add(examples.substr(0, examples.find_first_of(" ,")));
    out.add(std::string_view("`"));
    return out;
  }();
};

}  // namespace detail

template <class T>
struct range_check
    : diagnostic::check<!holds(described<T>, detail::has_odd_range), diagnostic::malformed_range, detail::why_odd<T>> {
};

}  // namespace tenon::reflect
