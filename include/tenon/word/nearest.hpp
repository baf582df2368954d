// The known word that somebody most likely meant.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace tenon {

// How many letters have to be put in, taken out, replaced or swapped with their neighbour to turn one word into the
// other. Words longer than 62 characters count as unlike anything.
[[nodiscard]] constexpr std::size_t edit_distance(std::string_view a, std::string_view b) {
  constexpr std::size_t most = 62;
  if (a.size() > most || b.size() > most) return std::max(a.size(), b.size());
  std::array<std::size_t, most + 1> before{}, last{}, row{};
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before = last;
    last = row;
  }
  return last[b.size()];
}

// Empty where no word of the list is near enough to be meant: more than a third of the letters would have to change.
template <class Words>
[[nodiscard]] constexpr std::string_view nearest(std::string_view word, const Words& known) {
  std::string_view best;
  std::size_t least = word.size() / 3 + 1;
  for (std::string_view one : known) {
    const std::size_t distance = edit_distance(word, one);
    if (distance < least) {
      least = distance;
      best = one;
    }
  }
  return best;
}

}  // namespace tenon
