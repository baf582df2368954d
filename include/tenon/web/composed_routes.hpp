// The routes of a whole composition: one table, made by the compiler, or the first thing that is wrong with it. The
// only template here that bears a list in its name.
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "tenon/diagnostic/sentence.hpp"
#include "tenon/web/filled_trie.hpp"
#include "tenon/web/route_fault.hpp"
#include "tenon/web/route_row.hpp"
#include "tenon/web/routes_of.hpp"
#include "tenon/web/trie.hpp"

namespace tenon::web {

namespace detail {

// The rows do not fit together.
[[nodiscard]] constexpr diagnostic::sentence clash(const route_row& first, const route_row& second) {
  diagnostic::sentence out{second.extension, " serves "};
  describe(out, second);
  if (first.pattern != second.pattern) {
    out.add(", which can never match: ");
    describe(out, first);
    out.add(" of ");
    out.add(first.extension);
    out.add(" matches the same paths");
  } else if (first.extension == second.extension && first.hook == second.hook) {
    out.add(" twice");
  } else {
    out.add(", and so does ");
    out.add(first.extension);
    if (!first.hook.empty()) {
      out.add(" by its ");
      out.add(first.hook);
    }
  }
  out.add(". Leave one of the two out, or give it another path.");
  return out;
}

}  // namespace detail

// `Parts` are routes_of<...>, one for each extension, in start order.
template <class... Parts>
struct composed_routes {
  static constexpr bool parts_are_sound = [] {
    for (bool one : {true, Parts::ok...})
      if (!one) return false;
    return true;
  }();
  static constexpr std::size_t size = [] {
    std::size_t sum = 0;
    for (std::size_t one : {std::size_t{0}, Parts::rows.size()...}) sum += one;
    return parts_are_sound ? sum : 0;
  }();
  static constexpr std::array<route_row, size> rows = [] {
    std::array<route_row, size> out{};
    std::size_t i = 0;
    if (parts_are_sound)
      for (std::span<const route_row> part : {std::span<const route_row>(), std::span<const route_row>(Parts::rows)...})
        for (const route_row& one : part) out[i++] = one;
    return out;
  }();
  // By row. `Run<Host, X, Served>::run` is what answers.
  template <class Host, template <class, class, class> class Run>
  static constexpr std::array<route_handler, size> handlers = [] {
    std::array<route_handler, size> out{};
    std::size_t i = 0;
    if constexpr (size != 0)
      for (std::span<const route_handler> part :
           {std::span<const route_handler>(), std::span<const route_handler>(Parts::template handlers<Host, Run>)...})
        for (route_handler one : part) out[i++] = one;
    return out;
  }();

  static constexpr std::size_t segments = [] {
    std::size_t sum = 0;
    for (const route_row& one : rows) sum += one.segments.size();
    return sum;
  }();
  // As many as there are rows, where any of them is for a subdomain alone.
  static constexpr std::size_t links = [] {
    for (const route_row& one : rows)
      if (!one.terms.subdomain.empty()) return size;
    return std::size_t{0};
  }();
};

namespace detail {

template <class Composed>
inline constexpr trie_size size_of_trie =
    measure_trie<Composed::segments, Composed::links>(std::span<const route_row, Composed::size>(Composed::rows));
template <class Composed>
inline constexpr auto filled =
    fill_trie<size_of_trie<Composed>.nodes, size_of_trie<Composed>.edges, Composed::links>(Composed::rows);

// What the rows are like together.
template <class Composed>
struct together {
  static constexpr std::size_t first = filled<Composed>.first, second = filled<Composed>.second;
  static constexpr route_fault fault = second == no_row ? route_fault::none
                                       : Composed::rows[first].pattern == Composed::rows[second].pattern
                                           ? route_fault::duplicate
                                           : route_fault::shadowed;
  static constexpr diagnostic::sentence why() { return clash(Composed::rows[first], Composed::rows[second]); }
};

}  // namespace detail

template <class Composed>
inline constexpr trie trie_of = detail::filled<Composed>.table();

template <class Composed>
inline constexpr bool routes_are_sound =
    Composed::parts_are_sound && detail::together<Composed>::fault == route_fault::none;

namespace detail {

template <class Composed, bool PartsAreSound>
struct composed_check;
template <class... Parts>
struct composed_check<composed_routes<Parts...>, false> : route_check<Parts>... {};
template <class... Parts>
struct composed_check<composed_routes<Parts...>, true> : route_check<together<composed_routes<Parts...>>> {};

}  // namespace detail

// Inherit from it: the one error of each extension whose routes are wrong, or that of the whole.
template <class Composed>
using composed_route_check = detail::composed_check<Composed, Composed::parts_are_sound>;

// A route has a limit.
template <class Composed>
inline constexpr bool counts_requests = [] {
  for (const route_row& one : Composed::rows)
    if (one.terms.most_calls != 0) return true;
  return false;
}();

}  // namespace tenon::web
