// The route table as flat arrays: nodes, and one hash table of the literal steps between them and of the paths that are
// literal as a whole. The same code fills it in the compiler and in the running program; its size does not show in the
// cost of a step.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "tenon/web/segment.hpp"
#include "tenon/word/method.hpp"
#include "tenon/word/request.hpp"

namespace tenon::web {

using row_index = std::uint16_t;
inline constexpr row_index no_row = 0xffff;

// A set of methods, one bit each, in the order of the enumeration.
using method_set = std::uint8_t;
[[nodiscard]] constexpr method_set only(method one) noexcept {
  return static_cast<method_set>(1U << static_cast<unsigned>(one));
}

// A place that paths with the same first segments have come to. Zero is the root, and as a step: none.
struct node {
  std::array<row_index, method_count + 1> rows{no_row, no_row, no_row, no_row, no_row, no_row, no_row, no_row};
  std::uint32_t literals = 0;   // how many literal steps lead on
  std::uint32_t parameter = 0;  // where any one segment that is not empty leads
  std::uint32_t rest = 0;       // where all the rest leads, empty or not
  method_set methods = 0;       // that `rows` answers
  bool listed = false;          // a route is among the rows, not web-handler hooks alone
};

// A literal step from one node to another, or a whole path.
struct edge {
  std::uint64_t first = 0, last = 0, place = 0;  // what a search compares
  std::uint32_t child = 0;                       // the node that it leads to
  bool taken = false;
};
// Where a whole path steps from: no node.
inline constexpr std::uint32_t outside = 0xffffffff;
// Of a step from the node `parent`.
[[nodiscard]] constexpr std::uint64_t place_of(const segment_key& key, std::uint32_t parent) noexcept {
  return std::uint64_t{parent} << 32 | key.length;
}

// What leads to a node.
struct node_text {
  std::string_view step{}, whole{};
};

// A row that is for one subdomain, and the next of those that answer the same method on the same paths: the longer a
// subdomain is, the earlier it comes, and last is who is there for any host. Whoever answers GET stands among those
// that answer HEAD too, behind who answers that alone for the same subdomain.
struct row_link {
  std::string_view subdomain{};
  row_index next = no_row, next_at_head = no_row;
  bool answers_get = false;

  [[nodiscard]] constexpr row_index next_of(method wanted) const noexcept {
    return wanted == method::head ? next_at_head : next;
  }
};

// What a search needs to know besides the arrays.
struct trie_shape {
  std::uint32_t last_edge = 0;      // how many there are, less one: a mask
  std::uint32_t longest_whole = 0;  // path that is literal as a whole
  std::uint8_t shift = 63;          // takes a digest to an edge
  method_set methods = 0;           // of all rows together
};
// A finished table; whoever made it owns the arrays.
struct trie {
  const node* nodes = nullptr;
  const edge* edges = nullptr;
  const node_text* texts = nullptr;
  trie_shape shape{};
  const row_link* links = nullptr;  // of each row; null where none is for a subdomain alone
};

// For so many, `taken`. Few are cheap to keep apart; many fill a half of the table at most.
[[nodiscard]] constexpr std::size_t edges_for(std::size_t taken) {
  return std::bit_ceil(taken * (taken > 256 ? 2 : 4) + 2);
}

// How much room a table needs.
struct trie_size {
  std::size_t nodes = 1, edges = 2;
};

// Fills arrays that its owner provides: one node and one text more than there are segments in all patterns, and
// edges_for the segments and the patterns together; and where a row may be for a subdomain, one link for each row.
class trie_filler {
 public:
  constexpr trie_filler(std::span<node> nodes, std::span<edge> edges, std::span<node_text> texts,
                        std::span<row_link> links = {})
      : nodes_(nodes),
        edges_(edges),
        texts_(texts),
        links_(links),
        shift_(static_cast<std::uint8_t>(64 - std::countr_zero(edges.size()))) {}

  // The row that already answers this method on the same paths and the same hosts, or `row` itself, which then does.
  // `pattern` has no problem, `segments` are what it says.
  constexpr row_index add(std::string_view pattern, std::span<const segment> segments, method wanted, row_index row,
                          bool listed, std::string_view subdomain = {}) {
    if (!links_.empty()) links_[row] = {subdomain, no_row, no_row, wanted == method::get};
    std::uint32_t at = 0;
    bool literal = true;
    for (const segment& one : segments) {
      literal = literal && one.kind == segment_kind::literal;
      at = step(at, one);
    }
    if (literal && texts_[at].whole.empty()) {
      texts_[at].whole = pattern;
      claim(key_of(pattern), outside) = at;
      if (pattern.size() > longest_whole_) longest_whole_ = static_cast<std::uint32_t>(pattern.size());
    }
    return enter(nodes_[at], wanted, row, listed);
  }

  [[nodiscard]] constexpr std::size_t node_count() const { return used_; }
  [[nodiscard]] constexpr std::size_t edge_count() const { return taken_; }
  [[nodiscard]] constexpr trie_shape shape() const {
    return {static_cast<std::uint32_t>(edges_.size() - 1), longest_whole_, shift_, methods_};
  }

 private:
  constexpr row_index enter(node& end, method wanted, row_index row, bool listed) {
    if (const row_index before = links_.empty() ? put(end, wanted, row) : link(end, wanted, row); before != row)
      return before;
    end.methods |= static_cast<method_set>(only(wanted) | (wanted == method::get ? only(method::head) : 0));
    end.listed |= listed;
    methods_ |= end.methods;
    return row;
  }
  static constexpr row_index put(node& end, method wanted, row_index row) {
    row_index& own = end.rows[static_cast<std::size_t>(wanted)];
    row_index& head = end.rows[static_cast<std::size_t>(method::head)];
    const bool lends = head == end.rows[static_cast<std::size_t>(method::get)];
    if (own != no_row && !(wanted == method::head && lends)) return own;
    own = row;
    if (wanted == method::get && lends) head = own;  // whoever answers GET answers HEAD
    return row;
  }
  constexpr row_index link(node& end, method wanted, row_index row) {
    const row_index before = link(end.rows[static_cast<std::size_t>(wanted)], wanted, row);
    if (before == row && wanted == method::get)
      link(end.rows[static_cast<std::size_t>(method::head)], method::head, row);
    return before;
  }
  // Among those that answer `at`, in the order of row_link.
  constexpr row_index link(row_index& first, method at, row_index row) {
    row_link& own = links_[row];
    row_index* place = &first;
    while (*place != no_row) {
      row_link& there = links_[*place];
      const std::size_t length = there.subdomain.size();
      if (length < own.subdomain.size() || (length == own.subdomain.size() && there.answers_get && !own.answers_get))
        break;
      if (there.answers_get == own.answers_get && same_field_name(there.subdomain, own.subdomain)) return *place;
      place = at == method::head ? &there.next_at_head : &there.next;
    }
    (at == method::head ? own.next_at_head : own.next) = *place;
    return *place = row;
  }
  constexpr std::uint32_t step(std::uint32_t at, const segment& one) {
    if (one.kind != segment_kind::literal) {
      std::uint32_t& next = one.kind == segment_kind::parameter ? nodes_[at].parameter : nodes_[at].rest;
      return next != 0 ? next : next = used_++;
    }
    for (std::size_t i = digest(one.key, at) >> shift_; edges_[i].taken; i = (i + 1) & (edges_.size() - 1)) {
      const edge& slot = edges_[i];
      if (slot.first == one.key.first && slot.last == one.key.last && slot.place == place_of(one.key, at) &&
          texts_[slot.child].step == one.text)
        return slot.child;
    }
    ++nodes_[at].literals;
    texts_[used_].step = one.text;
    return claim(one.key, at) = used_++;
  }
  constexpr std::uint32_t& claim(const segment_key& key, std::uint32_t parent) {
    std::size_t i = digest(key, parent) >> shift_;
    while (edges_[i].taken) i = (i + 1) & (edges_.size() - 1);
    edges_[i] = {key.first, key.last, place_of(key, parent), 0, true};
    ++taken_;
    return edges_[i].child;
  }

  std::span<node> nodes_;
  std::span<edge> edges_;
  std::span<node_text> texts_;
  std::span<row_link> links_;
  std::uint8_t shift_;
  std::uint32_t used_ = 1, taken_ = 0, longest_whole_ = 0;
  method_set methods_ = 0;
};

}  // namespace tenon::web
