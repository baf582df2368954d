// In what order the extensions of a composition start: each after what it needs.
#pragma once

#include <cstddef>

#include "tenon/composition/composition_fault.hpp"
#include "tenon/composition/sorted.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/word/need.hpp"

namespace tenon::detail {

// Some that wait stand on no circle, they only need one that does. So walk from need to need until one comes twice:
// from there on, it is a real one.
template <class Judging>
constexpr bool needs_in_a_circle(Judging& all, const std::size_t (&waits)[Judging::count]) {
  constexpr std::size_t count = Judging::count;
  std::size_t at = 0;
  while (waits[all.by_name[at]] == 0) ++at;
  at = all.by_name[at];
  bool seen[count]{};
  auto next = [&](std::size_t i) {
    for (std::size_t n = 0;; ++n)
      if (const std::size_t whom = all.result.wants[i][n]; whom != Judging::npos && waits[whom] != 0) return whom;
  };
  while (!seen[at]) {
    seen[at] = true;
    at = next(at);
  }
  all.result.fault = composition_fault::circular_need;
  all.result.why = diagnostic::sentence("these extensions need each other in a circle: ", all.manifests[at].name);
  std::size_t i = at;
  do {
    i = next(i);
    all.result.why.add(" -> ");
    all.result.why.add(all.manifests[i].name);
  } while (i != at);
  all.result.why.add(". Drop one of these needs; an event can say the same without one.");
  return false;
}

// Core extensions and the implementation first, then by level of need, priority and name. `all` knows who needs whom,
// and hears of a circle.
template <class Judging>
constexpr bool find_start_order(Judging& all) {
  constexpr std::size_t count = Judging::count;
  std::size_t first[count + 1]{};  // who needs i: dependants[first[i]] to dependants[first[i + 1]]
  std::size_t waits[count]{};
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t n = 0; n < all.manifests[i].needs.size(); ++n)
      if (const std::size_t whom = all.result.wants[i][n]; whom != Judging::npos) {
        ++first[whom + 1];
        ++waits[i];
      }
  for (std::size_t i = 0; i < count; ++i) first[i + 1] += first[i];
  std::size_t dependants[count * need_list::capacity + 1]{}, next[count]{};
  for (std::size_t i = 0; i < count; ++i) next[i] = first[i];
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t n = 0; n < all.manifests[i].needs.size(); ++n)
      if (const std::size_t whom = all.result.wants[i][n]; whom != Judging::npos) dependants[next[whom]++] = i;
  std::size_t order[count]{}, level[count]{}, made = 0;
  for (std::size_t i : all.by_name)
    if (waits[i] == 0) order[made++] = i;
  for (std::size_t k = 0; k < made; ++k)
    for (std::size_t d = first[order[k]]; d < first[order[k] + 1]; ++d) {
      const std::size_t who = dependants[d];
      if (level[who] <= level[order[k]]) level[who] = level[order[k]] + 1;
      if (--waits[who] == 0) order[made++] = who;
    }
  if (made < count) return needs_in_a_circle(all, waits);
  // From here on by name, which the sort keeps where nothing else decides.
  bool first_to_start[count]{};
  int priority[count]{};
  for (std::size_t i = 0; i < count; ++i) {
    order[i] = all.by_name[i];
    first_to_start[i] = all.starts_first(i);
    priority[i] = all.manifests[i].priority;
  }
  sort_places(order, next, count, [&](std::size_t a, std::size_t b) {
    if (first_to_start[a] != first_to_start[b]) return first_to_start[a];
    return level[a] != level[b] ? level[a] < level[b] : priority[a] < priority[b];
  });
  for (std::size_t i = 0; i < count; ++i) {
    all.result.order[i] = order[i];
    all.result.level[i] = level[i];
  }
  return true;
}

}  // namespace tenon::detail
