// A number as people type it.
#pragma once

#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>
#include <system_error>

#include "tenon/word/without_space.hpp"

namespace tenon::form {

// As it is read: without what is around it, and without a plus, which no other reader takes.
[[nodiscard]] inline std::string_view trimmed_number(std::string_view typed) {
  typed = without_space(typed);
  if (typed.starts_with('+')) typed.remove_prefix(1);
  return typed;
}

// None where it is not a number and nothing else, or one that is not finite.
[[nodiscard]] inline std::optional<double> typed_number(std::string_view typed) {
  typed = trimmed_number(typed);
  const char* const all = typed.data() + typed.size();
  double out = 0;
  const auto [end, failed] = std::from_chars(typed.data(), all, out);
  if (failed != std::errc() || end != all || !std::isfinite(out)) return std::nullopt;
  return out;
}

}  // namespace tenon::form
