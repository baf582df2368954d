// Versions and constraints on them.
//
//   constraint := version | version "-" version      a range, both ends inclusive; spaces around "-" are allowed
//   version    := segment "." segment "." segment    exactly three
//   segment    := "x" | digits                       x matches any number
#pragma once

#include <array>
#include <cstddef>
#include <stdexcept>
#include <string_view>

namespace tenon {

namespace detail {

// Kept as digits without leading zeros, so that no number is too long. Empty stands for x.
using segment = std::string_view;

[[nodiscard]] constexpr bool is_digits(std::string_view text) {
  for (char c : text)
    if (c < '0' || c > '9') return false;
  return !text.empty();
}

[[nodiscard]] constexpr std::string_view without_leading_zeros(std::string_view digits) {
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  return digits;
}

[[nodiscard]] constexpr int compare(segment a, segment b) {
  if (a.empty() || b.empty()) return 0;  // x is equal to anything
  if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  return a.compare(b);
}

// The segments of dotted text; ill-formed where one of them is neither digits nor, if allowed, x. Segments beyond the
// third are checked, counted and dropped. (No optional, here and below: every program would compile one.)
struct dotted {
  std::array<segment, 3> segments{};
  std::size_t count = 0;
  bool well_formed = false;
};
[[nodiscard]] constexpr dotted parse_dotted(std::string_view text, bool allow_x) {
  dotted out;
  for (;;) {
    // By hand: with a sanitizer g++ does not take the library's find for a constant where the text was made while
    // compiling.
    std::size_t dot = 0;
    while (dot < text.size() && text[dot] != '.') ++dot;
    const std::string_view one = text.substr(0, dot);
    const bool any = allow_x && one == "x";
    if (!any && !is_digits(one)) return out;
    if (out.count < 3) out.segments[out.count] = any ? segment() : without_leading_zeros(one);
    ++out.count;
    out.well_formed = dot == text.size();
    if (out.well_formed) return out;
    text.remove_prefix(dot + 1);
  }
}

[[nodiscard]] constexpr int compare(const dotted& a, const dotted& b) {
  for (std::size_t i = 0; i < 3; ++i)
    if (const int order = compare(a.segments[i], b.segments[i]); order != 0) return order;
  return 0;
}

struct constraint {
  dotted from, to;

  [[nodiscard]] constexpr bool well_formed() const {
    return from.well_formed && to.well_formed && from.count == 3 && to.count == 3;
  }
};
[[nodiscard]] constexpr constraint parse_constraint(std::string_view text) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) {
    const dotted both = parse_dotted(text, true);
    return {both, both};
  }
  std::string_view from = text.substr(0, dash), to = text.substr(dash + 1);
  while (from.ends_with(' ')) from.remove_suffix(1);
  while (to.starts_with(' ')) to.remove_prefix(1);
  return {parse_dotted(from, true), parse_dotted(to, true)};
}

// Not constexpr: reaching one of these makes a constant expression ill-formed, and is an exception at run time.
[[noreturn]] inline void malformed_version() {
#if defined(__cpp_exceptions)
  throw std::invalid_argument("malformed version: write numbers joined by dots, as in 1.2.3");
#else
  __builtin_trap();
#endif
}
[[noreturn]] inline void malformed_constraint() {
#if defined(__cpp_exceptions)
  throw std::invalid_argument(
      "malformed version constraint: write three segments, each a number or x, as in 1.2.x, or a range of two, as in "
      "1.2.0 - 1.4.x");
#else
  __builtin_trap();
#endif
}

}  // namespace detail

// Three segments or more, all of them numbers.
[[nodiscard]] constexpr bool is_whole_version(std::string_view text) {
  const detail::dotted found = detail::parse_dotted(text, false);
  return found.well_formed && found.count >= 3;
}
[[nodiscard]] constexpr bool is_constraint(std::string_view text) {
  return detail::parse_constraint(text).well_formed();
}

// A range that no version is in, because its second end comes before its first: 1.2.0 - 1.1.9.
[[nodiscard]] constexpr bool ends_before_it_begins(std::string_view constraint) {
  const detail::constraint wanted = detail::parse_constraint(constraint);
  if (!wanted.well_formed()) return false;
  for (std::size_t i = 0; i < 3; ++i) {
    const detail::segment from = wanted.from.segments[i], to = wanted.to.segments[i];
    if (from.empty() || to.empty()) return false;
    if (const int order = detail::compare(from, to); order != 0) return order > 0;
  }
  return false;
}

namespace detail {
[[nodiscard]] constexpr bool satisfies(std::string_view version, const constraint& wanted) {
  const dotted found = parse_dotted(version, false);
  if (!found.well_formed) malformed_version();
  return found.count >= 3 && compare(found, wanted.from) >= 0 && compare(found, wanted.to) <= 0;
}
}  // namespace detail

// A version with fewer than three segments satisfies nothing; segments beyond the third do not count. Malformed text
// throws std::invalid_argument, and so does not compile in a constant expression.
[[nodiscard]] constexpr bool satisfies(std::string_view version, std::string_view constraint) {
  const detail::constraint wanted = detail::parse_constraint(constraint);
  if (!wanted.well_formed()) detail::malformed_constraint();
  return detail::satisfies(version, wanted);
}

}  // namespace tenon
