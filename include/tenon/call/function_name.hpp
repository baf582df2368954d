// The rule for a function's name.
#pragma once

#include <cstddef>
#include <string_view>

namespace tenon::call {

inline constexpr std::size_t longest_function_name = 62;

// Empty: the name is right; else what is wrong with it.
[[nodiscard]] constexpr std::string_view function_name_problem(std::string_view name) {
  if (name.empty()) return "is empty";
  if (name.size() > longest_function_name) return "is longer than 62 characters";
  if (name[0] < 'a' || name[0] > 'z') return "does not begin with a letter a-z";
  for (char c : name)
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'))
      return "has a character other than letters, digits and _";
  return "";
}

}  // namespace tenon::call
