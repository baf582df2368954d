// From a method and a path to a row of the route table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tenon/web/captures.hpp"
#include "tenon/web/follow.hpp"
#include "tenon/web/search.hpp"
#include "tenon/web/trie.hpp"

namespace tenon::web {

namespace detail {

// The first way, without a look at any other.
[[nodiscard]] constexpr std::uint32_t walk(const trie& table, std::string_view path, captures& out) noexcept {
  captures::piece* piece = out.pieces.data();
  std::size_t from = 1;
  std::uint32_t at = 0;
  do {
    const node& here = table.nodes[at];
    const char* const text = path.data() + from;
    const stretch one = next_stretch(text, path.size() - from);
    if (here.literals != 0)
      if (const std::uint32_t next = literal_step(table, at, text, one); next != 0) {
        at = next;
        from += one.length;
        continue;
      }
    *piece = {text, one.length};
    at = one.length != 0 ? here.parameter : 0;
    if (at == 0) {
      at = here.rest;
      piece->size = path.size() - from;
      if (at == 0) return nowhere;
    }
    from += piece++->size;
  } while (from++ < path.size());
  return at;
}

[[nodiscard, gnu::noinline]] constexpr row_index match_by_segments(const trie& table, method wanted,
                                                                   std::string_view path, captures& out) noexcept {
  if (path.size() > 1 && path[0] == '/')
    if (const std::uint32_t at = walk(table, path, out); at != nowhere)
      if (const row_index row = table.nodes[at].rows[static_cast<std::size_t>(wanted)]; row != no_row) return row;
  return search(table, path, out, [wanted](const node& at) { return at.rows[static_cast<std::size_t>(wanted)]; });
}

}  // namespace detail

// The row that answers; none: `explain` says why. Segment by segment a literal goes before a parameter, a parameter
// before the rest; where the preferred way ends without a row for this method, the next one is tried. That search
// visits no node twice, so its cost is bounded by the number of patterns; where the first way is right, the cost is
// linear in the segments, and of a path that is literal as a whole it is that of one step. Never allocates.
[[nodiscard, gnu::always_inline]] constexpr inline row_index match(const trie& table, method wanted,
                                                                   std::string_view path, captures& out) noexcept {
  if (path.size() <= table.shape.longest_whole)
    if (const std::uint32_t at = detail::follow(table, outside, path.data(), key_of(path)); at != detail::nowhere)
        [[likely]]
      if (const row_index row = table.nodes[at].rows[static_cast<std::size_t>(wanted)]; row != no_row) [[likely]]
        return row;
  return detail::match_by_segments(table, wanted, path, out);
}

enum class outcome : std::uint8_t {
  found,
  not_found,
  options,             // nobody serves OPTIONS on this path: `allowed` is the answer
  method_not_allowed,  // `allowed` says which are
  not_implemented,     // a method that a web handler has no hook for
};
struct verdict {
  outcome what = outcome::not_found;
  method_set allowed = 0;  // what the patterns that match the path answer
};

namespace detail {
// What to say where nothing answers the method, and that is what the patterns answer that match the path.
[[nodiscard]] constexpr verdict verdict_of(method wanted, const met_methods& met) noexcept {
  if (met.allowed == 0) return {};
  if (wanted == method::options) return {outcome::options, met.allowed};
  return {met.listed ? outcome::method_not_allowed : outcome::not_implemented, met.allowed};
}
}  // namespace detail

// What to say where `match` found no row.
[[nodiscard, gnu::noinline]] constexpr verdict explain(const trie& table, method wanted,
                                                       std::string_view path) noexcept {
  if (path == "*")
    return {wanted == method::options ? outcome::options : outcome::not_implemented, table.shape.methods};
  captures unused;
  detail::met_methods met;
  const auto row_at = [&met, wanted](const node& at) {
    met.allowed |= at.methods;
    met.listed |= at.listed;
    return at.rows[static_cast<std::size_t>(wanted)];
  };
  if (detail::search(table, path, unused, row_at) != no_row) return {outcome::found, met.allowed};
  return detail::verdict_of(wanted, met);
}

}  // namespace tenon::web
