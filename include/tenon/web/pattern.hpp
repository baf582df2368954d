// Reading a pattern such as `/keys/{id}/files/{path...}`.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "tenon/web/segment.hpp"

namespace tenon::web {

inline constexpr std::size_t most_segments = 32;
inline constexpr std::size_t most_parameters = 16;
inline constexpr std::size_t longest_segment = 255;

// `/` has none.
[[nodiscard]] constexpr std::size_t count_segments(std::string_view pattern) {
  std::size_t count = 0;
  for (char c : pattern) count += c == '/';
  return pattern.size() == 1 ? 0 : count;
}

namespace detail {

// Takes the next segment off `left`, which begins with a slash.
[[nodiscard]] constexpr std::string_view take_segment(std::string_view& left) {
  left.remove_prefix(1);
  // By hand: searching a template argument by `find` is no constant to g++ 12 with -fsanitize=undefined.
  std::size_t end = 0;
  while (end < left.size() && left[end] != '/') ++end;
  const std::string_view one = left.substr(0, end);
  left.remove_prefix(end);
  return one;
}

[[nodiscard]] constexpr bool is_identifier(std::string_view name) {
  auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  for (char c : name)
    if (!letter(c) && !(c >= '0' && c <= '9')) return false;
  return !name.empty() && letter(name.front());
}

// Whether a path can hold it, encoded or not: a request's encoding is undone before it is compared.
[[nodiscard]] constexpr bool is_literal_character(char c) {
  return c > ' ' && c != 127 && std::string_view("\"#%<>?\\^`|{}").find(c) == std::string_view::npos;
}

[[nodiscard]] constexpr std::string_view literal_problem(std::string_view text) {
  if (text == "." || text == "..")
    return "has a segment . or .., which no client sends as it stands, so it can never match";
  for (char c : text) {
    if (c == '{' || c == '}')
      return "has a brace that does not enclose a whole segment; a parameter is a whole segment, as in /keys/{id}";
    if (c == '%') return "has a %; write the character itself, a request's encoding is undone before it is compared";
    if (static_cast<signed char>(c) >= 0 && !is_literal_character(c))
      return "has a character that no path can hold, such as a space, a quote, # or ?";
  }
  return {};
}

[[nodiscard]] constexpr segment read_segment(std::string_view text) {
  if (!text.starts_with('{') || !text.ends_with('}') || text.size() < 2)
    return {segment_kind::literal, text, key_of(text)};
  text = text.substr(1, text.size() - 2);
  if (!text.ends_with("...")) return {segment_kind::parameter, text, {}};
  text.remove_suffix(3);
  return {segment_kind::rest, text, {}};
}

}  // namespace detail

// Empty: the pattern is right; else what is wrong with it.
[[nodiscard]] constexpr std::string_view pattern_problem(std::string_view pattern) {
  if (pattern.empty()) return "is empty; write / for the root";
  if (pattern.front() != '/') return "does not begin with a slash";
  if (pattern.size() == 1) return {};
  if (pattern.back() == '/') return "ends with a slash; drop it";
  if (count_segments(pattern) > most_segments) return "has more than 32 segments";
  std::array<std::string_view, most_parameters> names{};
  std::size_t count = 0;
  while (!pattern.empty()) {
    const std::string_view text = detail::take_segment(pattern);
    if (text.empty()) return "has an empty segment; write one slash, not two";
    if (text.size() > longest_segment) return "has a segment of more than 255 characters";
    const segment one = detail::read_segment(text);
    if (one.kind == segment_kind::literal) {
      if (const std::string_view problem = detail::literal_problem(text); !problem.empty()) return problem;
      continue;
    }
    if (!detail::is_identifier(one.text))
      return "has a parameter whose name is no identifier; letters, digits and _, beginning with no digit";
    for (std::size_t i = 0; i < count; ++i)
      if (names[i] == one.text) return "has two parameters of one name; rename one of them";
    if (count == most_parameters) return "has more than 16 parameters";
    names[count++] = one.text;
    if (one.kind == segment_kind::rest && !pattern.empty())
      return "has a segment after {...}, which takes all the rest; it must be the last";
  }
  return {};
}

// Only for a pattern without a problem. `out` has count_segments(pattern) elements.
constexpr void read_pattern(std::string_view pattern, std::span<segment> out) {
  for (segment& one : out) one = detail::read_segment(detail::take_segment(pattern));
}
template <std::size_t Count>
[[nodiscard]] constexpr std::array<segment, Count> read_segments(std::string_view pattern) {
  std::array<segment, Count> out{};
  read_pattern(pattern, out);
  return out;
}

}  // namespace tenon::web
