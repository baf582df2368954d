// The rule for an extension's name, and the identifier that it has in C++, CMake and the environment.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tenon {

inline constexpr std::size_t longest_name = 62;

// Words of [a-z][a-z0-9]* joined by single `_`, `-` or `.`. Empty: the name is right; else what is wrong with it.
[[nodiscard]] constexpr std::string_view name_problem(std::string_view name) {
  if (name.empty()) return "is empty";
  if (name.size() > longest_name) return "is longer than 62 characters";
  bool word_begins = true;
  for (char c : name) {
    const bool letter = c >= 'a' && c <= 'z', digit = c >= '0' && c <= '9', joint = c == '_' || c == '-' || c == '.';
    if (c >= 'A' && c <= 'Z') return "has a capital letter";
    if (!letter && !digit && !joint) return "has a character other than a-z, 0-9, _, - and .";
    if (word_begins && !letter) return "has a word that does not begin with a letter";
    word_begins = joint;
  }
  return word_begins ? "ends with a joint" : "";
}

// Names that differ in their joints alone have one identifier: `my-extension` and `my_extension`.
[[nodiscard]] constexpr bool same_identifier(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  auto plain = [](char c) { return c == '-' || c == '.' ? '_' : c; };
  for (std::size_t i = 0; i < a.size(); ++i)
    if (plain(a[i]) != plain(b[i])) return false;
  return true;
}

// The first eight characters as a number. Identifiers are in the order of these numbers, as far as they differ.
[[nodiscard]] constexpr std::uint64_t head_of_identifier(std::string_view name) {
  std::uint64_t head = 0;
  const char* at = name.data();
  const std::size_t size = name.size();
  for (std::size_t i = 0; i < 8; ++i) {
    const char c = i < size ? at[i] : '\0';
    head = head << 8 | static_cast<unsigned char>(c == '-' || c == '.' ? '_' : c);
  }
  return head;
}

// Orders by identifier first, so that names with one identifier stand side by side.
// By bare pointers, because compilers count the steps of a large composition's names.
[[nodiscard]] constexpr int compare_identifiers(std::string_view a, std::string_view b) {
  const char *at = a.data(), *bt = b.data();
  const std::size_t shorter = a.size() < b.size() ? a.size() : b.size();
  auto plain = [](char c) { return c == '-' || c == '.' ? '_' : c; };
  for (const char* end = at + shorter; at != end; ++at, ++bt)
    if (*at != *bt && plain(*at) != plain(*bt)) return plain(*at) < plain(*bt) ? -1 : 1;
  return a.size() == b.size() ? 0 : a.size() < b.size() ? -1 : 1;
}

}  // namespace tenon
