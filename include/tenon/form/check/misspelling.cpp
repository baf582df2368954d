#include "tenon/form/check/misspelling.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "tenon/word/nearest.hpp"

namespace tenon::form {

namespace {

constexpr std::size_t most_distinct = 5'000;

// One letter of a short word, and two of a long one: more, and it is a word of its own.
std::string_view near_one(std::string_view word, std::span<const std::string_view> known, std::string_view begins) {
  std::string_view best;
  std::size_t least = (word.size() < 9 ? 1 : 2) + 1;
  for (const std::string_view one : known) {
    if (one.size() > word.size() + 2 || word.size() > one.size() + 2) continue;
    const std::size_t distance = edit_distance(word.substr(begins.size()), one.substr(begins.size()));
    if (distance >= least) continue;
    least = distance;
    best = one;
  }
  // A third of the letters would make another word of a short one.
  return nearest(word.substr(begins.size()), std::array{best.substr(std::min(best.size(), begins.size()))}).empty()
             ? std::string_view()
             : best;
}

}  // namespace

std::string_view misspellings::meant(std::string_view word, std::span<const std::string_view> known,
                                     std::string_view begins) {
  if (std::ranges::find(known, word) != known.end() || word.size() < begins.size() + 3) return {};
  auto& looked_for = looked_for_[known.data()];
  if (const auto found = looked_for.find(word); found != looked_for.end()) return found->second;
  if (distinct_ == most_distinct) return {};
  ++distinct_;
  return looked_for.emplace(word, near_one(word, known, begins)).first->second;
}

}  // namespace tenon::form
