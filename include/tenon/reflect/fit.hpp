// Types whose values can be read and written by name, and a sentence for those whose cannot.
#pragma once

#include <string_view>

#include "tenon/diagnostic/sentence.hpp"
#include "tenon/diagnostic/unreadable_type.hpp"
#include "tenon/reflect/range_fit.hpp"
#include "tenon/reflect/search.hpp"
#include "tenon/reflect/type_of.hpp"

namespace tenon::reflect {

namespace detail {

constexpr bool is_none(const slot& place) { return place.of->is == kind::none; }
constexpr bool is_view(const slot& place) {
  return place.of->is == kind::view || (place.of->is == kind::list && as<list_type>(*place.of).resize == nullptr);
}
constexpr bool takes_nothing(const slot& place) { return place.wears->constant || is_view(place); }

template <class T>
inline constexpr bool is_written = !holds(described<T>, is_none);
template <class T>
inline constexpr bool is_read = is_written<T> && !holds(described<T>, takes_nothing);

template <class T>
struct why_not {
  static constexpr diagnostic::sentence text = [] {
    const found first = search(described<T>, is_written<T> ? takes_nothing : is_none);
    const std::string_view where = first.where.view();
    if (!is_written<T>)
      return diagnostic::sentence(where.empty() ? "" : type_name<T>(), where, where.empty() ? "" : ": ",
                                  first.place->of->why);
    if (!is_view(*first.place))
      return diagnostic::sentence(type_name<T>(), where, " is const, so nothing can be read into it: drop the const");
    return diagnostic::sentence(type_name<T>(), where, " is a view and would point into a text that is gone: use ",
                                first.place->of->is == kind::view ? "std::string" : "std::vector");
  }();
};

}  // namespace detail

// Whether a text can become one.
template <class T>
inline constexpr bool can_be_read = detail::is_read<T>;

// Inherit from them, or ask for their size, to refuse a type in a sentence that names the field.
template <class T>
struct written_check : diagnostic::check<detail::is_written<T>, diagnostic::unreadable_type, detail::why_not<T>> {};
template <class T, bool Read = detail::is_read<T>>
struct read_check : range_check<T> {};
template <class T>
struct read_check<T, false> : diagnostic::check<false, diagnostic::unreadable_type, detail::why_not<T>> {};

}  // namespace tenon::reflect
