// The search among some of the routes: those that are for the host of a request, and of them where it was led to the
// mount of an extension those of that extension there, or those that go before an extension's own. Only requests that
// have met another route on their way come here.
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

// `Fits` says it of a row.
template <class Fits>
class narrowing {
 public:
  narrowing(const trie& table, std::span<const route_row> rows, const request& from, Fits fits)
      : table_(table), rows_(rows), from_(from), fits_(fits) {}

  row_index row_at(const node& here, method wanted) const noexcept {
    const row_index own = first_of(here.rows[static_cast<std::size_t>(wanted)], wanted);
    if (own != no_row || wanted != method::head) return own;
    return first_of(here.rows[static_cast<std::size_t>(method::get)], method::get);
  }
  void meet(const node& here, met_methods& met) const noexcept {
    for (std::size_t i = 0; i <= method_count; ++i)
      if (const row_index row = row_at(here, static_cast<method>(i)); row != no_row) {
        met.allowed |= only(static_cast<method>(i));
        met.listed |= rows_[row].hook.empty();
      }
  }

 private:
  row_index first_of(row_index row, method wanted) const noexcept {
    while (row != no_row && !is_there(rows_[row]))
      row = table_.links == nullptr ? no_row : table_.links[row].next_of(wanted);
    return row;
  }
  bool is_there(const route_row& row) const noexcept {
    return fits_(row) && (row.terms.subdomain.empty() || is_for_subdomain(from_, row.terms.subdomain));
  }

  const trie& table_;
  std::span<const route_row> rows_;
  const request& from_;
  Fits fits_;
};

}  // namespace detail

// `extension` may be empty: it is for all of them.
[[nodiscard]] inline narrowed_match match_narrowed(const trie& table, std::span<const route_row> rows,
                                                   const request& from, std::string_view extension,
                                                   captures& out) noexcept {
  if (from.path == "*") return {no_row, explain(table, from.method, from.path)};
  const detail::narrowing narrow(table, rows, from, [extension](const route_row& row) {
    return extension.empty() ||
           (row.extension == extension && !row.segments.empty() && row.segments[0].kind == segment_kind::literal);
  });
  detail::met_methods met;
  const row_index row = detail::search(table, from.path, out, [&](const node& at) {
    narrow.meet(at, met);
    return narrow.row_at(at, from.method);
  });
  return {row, detail::verdict_of(from.method, met)};
}

// For `extension`, which a request has come to: what the routes of others would have said of it whose patterns go
// before that of its own. They answer other methods there.
[[nodiscard]] inline verdict explain_before(const trie& table, std::span<const route_row> rows, const request& from,
                                            std::string_view extension) noexcept {
  const detail::narrowing own(table, rows, from, [=](const route_row& row) { return row.extension == extension; });
  const detail::narrowing others(table, rows, from, [=](const route_row& row) { return row.extension != extension; });
  captures unused;
  detail::met_methods met;
  const row_index end = detail::search(table, from.path, unused, [&](const node& at) {
    others.meet(at, met);
    return own.row_at(at, from.method);
  });
  return end == no_row ? verdict{} : detail::verdict_of(from.method, met);
}

}  // namespace tenon::web
