// The rule for the names of interfaces and drivers.
#pragma once

#include <cstddef>
#include <string_view>

namespace tenon::call {

inline constexpr std::size_t longest_driver_name = 62;

// Empty: the name is right; else what is wrong with it.
[[nodiscard]] constexpr std::string_view driver_name_problem(std::string_view name) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (name.empty()) return "is empty";
  if (name.size() > longest_driver_name) return "is longer than 62 characters";
  if (!is_letter(name[0])) return "does not begin with a letter";
  for (char c : name)
    if (!is_letter(c) && !(c >= '0' && c <= '9') && c != '_' && c != '-')
      return "has a character other than letters, digits, _ and -";
  return "";
}

}  // namespace tenon::call
