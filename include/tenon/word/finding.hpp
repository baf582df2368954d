// One mistake in a text that somebody wrote: where it is, and what to do about it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tenon {

struct finding {
  std::string source;    // who says it: a file, `TENON_HTTP__PORT`, `--set`; empty for a request's body
  std::string pointer;   // RFC 6901; empty: the whole text
  std::string message;   // "expected a whole number between 0 and 65535, found \"eighty\". Write a number, e.g. 8080."
  std::size_t line = 0;  // from 1; 0: the text has no lines, or the place is not known
  std::size_t column = 0;
  friend bool operator==(const finding&, const finding&) = default;
};

// `config.json:3:12: /http/port: expected ...`
[[nodiscard]] inline std::string to_string(const finding& one) {
  std::string text = one.source;
  if (one.line != 0) {
    text.append(text.empty() ? "line " : ":").append(std::to_string(one.line));
    text.append(":").append(std::to_string(one.column));
  }
  for (std::string_view part : {std::string_view(one.pointer), std::string_view(one.message)}) {
    if (part.empty()) continue;
    if (!text.empty()) text.append(": ");
    text.append(part);
  }
  return text;
}

}  // namespace tenon
