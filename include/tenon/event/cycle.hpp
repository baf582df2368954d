// Which nodes of a directed graph stand on a circle: by Tarjan's strongly connected components, without recursion, so
// that a compiler can do it for large compositions.
#pragma once

#include <array>
#include <cstddef>

namespace tenon::event {

struct edge {
  std::size_t from = 0, to = 0;
};

template <std::size_t Nodes, std::size_t Edges>
[[nodiscard]] constexpr std::array<bool, Nodes> on_circle(const std::array<edge, Edges>& edges) {
  std::array<std::size_t, Nodes + 1> first{};
  for (const edge& one : edges) ++first[one.from + 1];
  for (std::size_t i = 0; i < Nodes; ++i) first[i + 1] += first[i];
  std::array<std::size_t, Edges + 1> to{};
  std::array<std::size_t, Nodes + 1> next = first;
  std::array<bool, Nodes> result{};
  for (const edge& one : edges) {
    to[next[one.from]++] = one.to;
    if (one.from == one.to) result[one.from] = true;
  }

  next = first;
  std::array<std::size_t, Nodes> index{}, low{};  // 0: not seen yet
  std::array<bool, Nodes> waits{};
  std::array<std::size_t, Nodes + 1> path{}, waiting{};
  std::size_t seen = 0, deep = 0, held = 0;
  for (std::size_t root = 0; root < Nodes; ++root) {
    if (index[root] != 0) continue;
    path[deep++] = root;
    while (deep != 0) {
      const std::size_t at = path[deep - 1];
      if (index[at] == 0) {
        index[at] = low[at] = ++seen;
        waiting[held++] = at;
        waits[at] = true;
      }
      if (next[at] < first[at + 1]) {
        const std::size_t there = to[next[at]++];
        if (index[there] == 0)
          path[deep++] = there;
        else if (waits[there] && index[there] < low[at])
          low[at] = index[there];
        continue;
      }
      --deep;
      if (deep != 0 && low[at] < low[path[deep - 1]]) low[path[deep - 1]] = low[at];
      if (low[at] != index[at]) continue;
      const bool several = waiting[held - 1] != at;
      std::size_t one = 0;
      do {
        one = waiting[--held];
        waits[one] = false;
        if (several) result[one] = true;
      } while (one != at);
    }
  }
  return result;
}

}  // namespace tenon::event
