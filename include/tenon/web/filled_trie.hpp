// A route table as the compiler fills it.
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "tenon/web/route_row.hpp"
#include "tenon/web/trie.hpp"

namespace tenon::web {

// `Links`: one for each row, or none where no row is for a subdomain alone.
template <std::size_t Nodes, std::size_t Edges, std::size_t Links>
struct filled_trie {
  std::array<node, Nodes> nodes{};
  std::array<node_text, Nodes> texts{};
  std::array<edge, Edges> edges{};
  std::array<row_link, Links> links{};
  trie_shape shape{};
  trie_size used{};
  row_index first = no_row, second = no_row;  // two rows for one method on the same paths and hosts, if there are any

  [[nodiscard]] constexpr bool is_sound() const { return second == no_row; }
  // To be called where it rests.
  [[nodiscard]] constexpr trie table() const {
    return {nodes.data(), edges.data(), texts.data(), shape, Links == 0 ? nullptr : links.data()};
  }
};

template <std::size_t Nodes, std::size_t Edges, std::size_t Links>
[[nodiscard]] constexpr auto fill_trie(std::span<const route_row> rows) {
  filled_trie<Nodes, Edges, Links> out;
  trie_filler filler(out.nodes, out.edges, out.texts, out.links);
  for (std::size_t i = 0; i < rows.size() && out.is_sound(); ++i) {
    const auto row = static_cast<row_index>(i);
    const row_index before = filler.add(rows[i].pattern, rows[i].segments, rows[i].method, row, rows[i].hook.empty(),
                                        rows[i].terms.subdomain);
    if (before == row) continue;
    out.first = before;
    out.second = row;
  }
  out.used = {filler.node_count(), edges_for(filler.edge_count())};
  out.shape = filler.shape();
  return out;
}

// Patterns share their beginnings, so a table with room for every segment is far too large: it is filled once to see.
template <std::size_t Segments, std::size_t Links, std::size_t Rows>
[[nodiscard]] constexpr trie_size measure_trie(std::span<const route_row, Rows> rows) {
  return fill_trie<Segments + 1, edges_for(Segments + Rows), Links>(rows).used;
}

}  // namespace tenon::web
