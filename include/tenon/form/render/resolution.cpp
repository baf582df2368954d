#include "tenon/form/render/resolution.hpp"

#include <algorithm>
#include <exception>
#include <string>

namespace tenon::form {

namespace {

struct tested {
  int rank = not_applicable;
  std::string failed{};
};

tested rank_of(const renderer_row& row, const element& asked) {
  if (row.test == nullptr) return {row.format == asked.format ? row.rank : not_applicable, {}};
  try {
    return {row.test(asked), {}};
  } catch (const std::exception& thrown) {
    return {not_applicable, thrown.what()};
  } catch (...) {
    return {not_applicable, "it threw something that is no std::exception"};
  }
}

}  // namespace

const renderer_row* resolution::for_element(const element& asked) {
  const renderer_row* best = nullptr;
  const renderer_row* equal = nullptr;
  int highest = not_applicable;
  for (const renderer_row& row : brought_) {
    const tested found = rank_of(row, asked);
    if (!found.failed.empty() && told_.emplace(&row, &row).second)
      errors_.push_back({"renderer_load_error",
                         std::string("Failed to load renderer ").append(row.name).append(": ").append(found.failed),
                         std::string("its test threw for ").append(asked.name.empty() ? asked.label : asked.name)});
    if (found.rank < 0 || found.rank < highest) continue;
    if (found.rank == highest) {
      if (equal == nullptr) equal = &row;
      continue;
    }
    highest = found.rank;
    best = &row;
    equal = nullptr;
  }
  const renderer_row* built_in = nullptr;
  for (const renderer_row& row : built_in_rows())
    if (const int rank = rank_of(row, asked).rank; rank > highest) {
      highest = rank;
      built_in = &row;
    }
  if (built_in != nullptr) return built_in;
  if (equal != nullptr) complain_of_tie(*best, *equal, asked.format);
  return best;
}

bool resolution::has_brought(std::string_view format) const noexcept {
  return std::ranges::find(brought_, format, &renderer_row::format) != brought_.end();
}

void resolution::complain_of_tie(const renderer_row& winner, const renderer_row& other, std::string_view format) {
  if (!told_.emplace(&winner, &other).second) return;
  errors_.push_back({"renderer_load_error",
                     std::string("Renderers ")
                         .append(winner.name)
                         .append(" of ")
                         .append(winner.extension)
                         .append(" and ")
                         .append(other.name)
                         .append(" of ")
                         .append(other.extension)
                         .append(" say the same rank for ")
                         .append(format),
                     "The first of them draws. Give one of them another rank."});
}

}  // namespace tenon::form
