// Lines of words as a table for people.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace tenon_commands {

// How many characters a line of the standard output has: as many as the terminal, and without one as many as it takes.
[[nodiscard]] std::size_t output_width();

// The first line is the head. Columns are as wide as what stands in them; no line ends with blanks. Of a table that is
// wider than `width` the last column is wrapped, where there is room for it; else what has no room stands below its
// line, each column with its head in front.
[[nodiscard]] std::string text_table(const std::vector<std::vector<std::string>>& lines,
                                     std::size_t width = output_width());

// As they stand in one column.
template <class Words>
[[nodiscard]] std::string joined(const Words& words) {
  std::string text;
  for (const auto& word : words) text.append(text.empty() ? "" : " ").append(word);
  return text;
}

}  // namespace tenon_commands
