#include "words.hpp"

#include <cstddef>

namespace tenon_commands {

namespace {
constexpr std::string_view blanks = " \t\r\n";
}  // namespace

typed_words words_of(std::string_view line) {
  typed_words out;
  char quote = 0;
  const auto word = [&]() -> std::string& {
    if (out.is_between) out.words.emplace_back();
    out.is_between = false;
    return out.words.back();
  };
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool last = i + 1 == line.size();
    if (quote == 0 && blanks.find(c) != std::string_view::npos) {
      out.is_between = true;
    } else if (quote == 0 && (c == '\'' || c == '"')) {
      static_cast<void>(word());
      quote = c;
    } else if (c == quote && quote != 0) {
      quote = 0;
    } else if (c == '\\' && last && quote != '\'') {
      static_cast<void>(word());
      out.problem = "there is nothing behind the backslash at the end";
    } else if (c == '\\' && (quote == 0 || (quote == '"' && (line[i + 1] == '"' || line[i + 1] == '\\')))) {
      word() += line[++i];
    } else {
      word() += c;
    }
  }
  if (quote != 0) out.problem = std::string("the quote ").append(1, quote).append(" is not closed");
  return out;
}

std::string escaped(std::string_view word) {
  std::string out;
  for (const char c : word) {
    if (blanks.find(c) != std::string_view::npos || c == '\'' || c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

}  // namespace tenon_commands
