// Where the first way through the route table does not lead to an answer: all ways, in their order.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tenon/web/captures.hpp"
#include "tenon/web/follow.hpp"
#include "tenon/web/pattern.hpp"
#include "tenon/web/trie.hpp"

namespace tenon::web::detail {

// A place where another way could have been taken.
struct choice {
  std::uint32_t at, captured;  // a node, and how many parameters were captured before it
  std::size_t from;            // where in the path
  bool literal_tried;          // else the parameter was
};

// What the patterns answer that match a path.
struct met_methods {
  method_set allowed = 0;
  bool listed = false;
};

// Until one has a row: `row_at(node)` says which, and what it sees on the way is its own.
template <class RowAt>
[[nodiscard, gnu::noinline]] constexpr row_index search(const trie& table, std::string_view path, captures& out,
                                                        RowAt row_at) noexcept {
  if (!path.starts_with('/')) return no_row;
  if (path.size() == 1)
    if (const row_index row = row_at(table.nodes[0]); row != no_row) return row;
  std::array<choice, most_segments> choices;
  std::size_t open = 0, from = 1;
  std::uint32_t at = 0, captured = 0;
  bool literal_tried = false, parameter_tried = false;
  for (;;) {
    const node& here = table.nodes[at];
    const char* text = path.data() + from;
    const stretch one = next_stretch(text, path.size() - from);
    bool ended = from + one.length == path.size();
    std::uint32_t next = 0;
    if (!literal_tried && here.literals != 0) {
      next = literal_step(table, at, text, one);
      if (next != 0 && (here.parameter | here.rest) != 0) choices[open++] = {at, captured, from, true};
    }
    if (next == 0 && !parameter_tried && here.parameter != 0 && one.length != 0) {
      if (here.rest != 0) choices[open++] = {at, captured, from, false};
      next = here.parameter;
      out.pieces[captured++] = {text, one.length};
    }
    if (next == 0 && here.rest != 0) {
      next = here.rest;
      out.pieces[captured++] = {text, path.size() - from};
      ended = true;
    }
    if (next != 0 && !ended) {
      at = next;
      from += one.length + 1;
      literal_tried = parameter_tried = false;
      continue;
    }
    if (next != 0)
      if (const row_index row = row_at(table.nodes[next]); row != no_row) return row;
    if (open == 0) return no_row;
    const choice& back = choices[--open];
    at = back.at;
    captured = back.captured;
    from = back.from;
    literal_tried = true;
    parameter_tried = !back.literal_tried;
  }
}

}  // namespace tenon::web::detail
