// A line that was typed, taken apart into words as a shell does.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tenon_commands {

// Words stand apart by spaces. Inside '...' everything stands for itself; inside "..." a backslash keeps the quote or
// the backslash behind it; outside, a backslash keeps whatever is behind it.
struct typed_words {
  std::vector<std::string> words{};
  std::string problem{};   // what is missing at the end; empty: nothing is
  bool is_between = true;  // the line ends behind a word, or is empty: what comes next is a new one
};
[[nodiscard]] typed_words words_of(std::string_view line);

// As it has to be typed outside of quotes to become that word.
[[nodiscard]] std::string escaped(std::string_view word);

}  // namespace tenon_commands
