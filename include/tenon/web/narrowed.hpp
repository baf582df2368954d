// The search among some of the routes: those that are for the host of a request, and where it was led to the mount of
// an extension, those of that extension there. Only requests that have met another route on their way come here.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "tenon/web/captures.hpp"
#include "tenon/web/limiting.hpp"
#include "tenon/web/match.hpp"
#include "tenon/web/route_row.hpp"
#include "tenon/web/search.hpp"
#include "tenon/web/segment.hpp"
#include "tenon/web/trie.hpp"
#include "tenon/word/request.hpp"

namespace tenon::web {

struct narrowed_match {
  row_index row = no_row;
  verdict why{};  // there is none
};

namespace detail {

class narrowing {
 public:
  // `extension` may be empty: it is for all of them.
  narrowing(const trie& table, std::span<const route_row> rows, const request& from, std::string_view extension)
      : table_(table), rows_(rows), from_(from), extension_(extension) {}

  row_index row_at(const node& here, method wanted) const noexcept {
    const row_index own = first_of(here.rows[static_cast<std::size_t>(wanted)]);
    if (own != no_row || wanted != method::head) return own;
    return first_of(here.rows[static_cast<std::size_t>(method::get)]);
  }
  void meet(const node& here, met_methods& met) const noexcept {
    for (std::size_t i = 0; i <= method_count; ++i)
      if (const row_index row = row_at(here, static_cast<method>(i)); row != no_row) {
        met.allowed |= only(static_cast<method>(i));
        met.listed |= rows_[row].hook.empty();
      }
  }

 private:
  row_index first_of(row_index row) const noexcept {
    while (row != no_row && !fits(rows_[row])) row = table_.links == nullptr ? no_row : table_.links[row].next;
    return row;
  }
  bool fits(const route_row& row) const noexcept {
    if (!row.terms.subdomain.empty() && !is_for_subdomain(from_, row.terms.subdomain)) return false;
    if (extension_.empty()) return true;
    return row.extension == extension_ && !row.segments.empty() && row.segments[0].kind == segment_kind::literal;
  }

  const trie& table_;
  std::span<const route_row> rows_;
  const request& from_;
  std::string_view extension_;
};

}  // namespace detail

[[nodiscard]] inline narrowed_match match_narrowed(const trie& table, std::span<const route_row> rows,
                                                   const request& from, std::string_view extension,
                                                   captures& out) noexcept {
  if (from.path == "*") return {no_row, explain(table, from.method, from.path)};
  const detail::narrowing narrow(table, rows, from, extension);
  detail::met_methods met;
  const row_index row = detail::search(table, from.path, out, [&](const node& at) {
    narrow.meet(at, met);
    return narrow.row_at(at, from.method);
  });
  return {row, detail::verdict_of(from.method, met)};
}

}  // namespace tenon::web
