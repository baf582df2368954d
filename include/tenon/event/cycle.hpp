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
  // Bare arrays: g++ remembers every access to another one.
  std::size_t first[Nodes + 1]{};
  for (const edge& one : edges) ++first[one.from + 1];
  for (std::size_t i = 0; i < Nodes; ++i) first[i + 1] += first[i];
  std::size_t to[Edges + 1]{}, next[Nodes + 1]{};
  for (std::size_t i = 0; i <= Nodes; ++i) next[i] = first[i];
  bool result[Nodes + 1]{};
  for (const edge& one : edges) {
    to[next[one.from]++] = one.to;
    if (one.from == one.to) result[one.from] = true;
  }

  for (std::size_t i = 0; i <= Nodes; ++i) next[i] = first[i];
  std::size_t index[Nodes + 1]{}, low[Nodes + 1]{};  // 0: not seen yet
  bool waits[Nodes + 1]{};
  std::size_t path[Nodes + 1]{}, waiting[Nodes + 1]{};
  std::size_t seen = 0, deep = 0, held = 0;
  for (std::size_t root = 0; root < Nodes; ++root) {
    if (index[root] != 0 || first[root] == first[root + 1]) continue;  // nowhere is no circle
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
  std::array<bool, Nodes> out{};
  for (std::size_t i = 0; i < Nodes; ++i) out[i] = result[i];
  return out;
}

}  // namespace tenon::event
