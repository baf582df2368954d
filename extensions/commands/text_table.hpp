// Lines of words as a table for people.
#pragma once

#include <string>
#include <vector>

namespace tenon_commands {

// The first line is the head. Columns are as wide as what stands in them; no line ends with blanks.
[[nodiscard]] std::string text_table(const std::vector<std::vector<std::string>>& lines);

// As they stand in one column.
template <class Words>
[[nodiscard]] std::string joined(const Words& words) {
  std::string text;
  for (const auto& word : words) text.append(text.empty() ? "" : " ").append(word);
  return text;
}

}  // namespace tenon_commands
