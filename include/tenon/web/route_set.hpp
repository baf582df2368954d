// A route table that is filled while the program runs, from patterns that the compiler has not seen. Same matcher, same
// cost per request as the table of a composition.
#pragma once

#include <cstddef>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/web/match.hpp"
#include "tenon/web/pattern.hpp"
#include "tenon/web/trie.hpp"

namespace tenon::web {

struct route_entry {
  tenon::method method;
  std::string pattern;
};

// Never changes once it is made, so any number of threads may ask it.
class route_set {
 public:
  // Throws std::invalid_argument, naming the pattern and what is wrong with it: malformed, or already there.
  explicit route_set(std::span<const route_entry> routes) {
    if (routes.size() >= no_row) throw std::invalid_argument("more than 65534 routes in one table");
    patterns_.reserve(routes.size());
    std::size_t segments = 0;
    for (const route_entry& one : routes) {
      if (const std::string_view problem = pattern_problem(one.pattern); !problem.empty())
        throw std::invalid_argument(std::string("the pattern ").append(one.pattern).append(" ").append(problem));
      patterns_.push_back(one.pattern);
      segments += count_segments(one.pattern);
    }
    const trie_size size = fill(routes, {segments + 1, edges_for(segments + routes.size())});
    fill(routes, size);  // patterns share their beginnings: what is smaller stays in the cache
  }
  route_set(const route_set&) = delete;
  route_set& operator=(const route_set&) = delete;

  // Rows are numbered in the order of the entries.
  [[nodiscard]] row_index match(method wanted, std::string_view path, captures& out) const noexcept {
    return web::match(table_, wanted, path, out);
  }
  [[nodiscard]] verdict explain(method wanted, std::string_view path) const noexcept {
    return web::explain(table_, wanted, path);
  }

 private:
  // Returns how much room was needed.
  trie_size fill(std::span<const route_entry> routes, trie_size room) {
    nodes_.assign(room.nodes, {});
    texts_.assign(room.nodes, {});
    edges_.assign(room.edges, {});
    trie_filler filler(nodes_, edges_, texts_);
    std::vector<segment> read;
    for (std::size_t i = 0; i < routes.size(); ++i) {
      read.resize(count_segments(patterns_[i]));
      read_pattern(patterns_[i], read);
      const auto row = static_cast<row_index>(i);
      if (const row_index before = filler.add(patterns_[i], read, routes[i].method, row, true); before != row)
        throw std::invalid_argument(std::string("the pattern ")
                                        .append(patterns_[i])
                                        .append(" matches the same paths as ")
                                        .append(patterns_[before])
                                        .append(", which has the same method"));
    }
    table_ = {nodes_.data(), edges_.data(), texts_.data(), filler.shape()};
    return {filler.node_count(), edges_for(filler.edge_count())};
  }

  std::vector<std::string> patterns_;
  std::vector<node> nodes_;
  std::vector<edge> edges_;
  std::vector<node_text> texts_;
  trie table_{};
};

}  // namespace tenon::web
