// The middle one of several measurements. Load from outside makes some of them too high, and none too low by much.
#pragma once

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <vector>

namespace bench {

inline double median(std::vector<double> of) {
  if (of.empty()) throw std::invalid_argument("The median of nothing does not exist.");
  const auto middle = of.begin() + static_cast<std::ptrdiff_t>(of.size() / 2);
  std::nth_element(of.begin(), middle, of.end());
  if (of.size() % 2 != 0) return *middle;
  return (*middle + *std::max_element(of.begin(), middle)) / 2;
}

// Of the ratios round by round: what a busy moment does to two neighbours in time, it does to both.
inline double median_ratio(const std::vector<double>& ours, const std::vector<double>& theirs) {
  std::vector<double> ratios;
  for (std::size_t i = 0; i < ours.size(); ++i) ratios.push_back(ours[i] / theirs.at(i));
  return median(std::move(ratios));
}

}  // namespace bench
