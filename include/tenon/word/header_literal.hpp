// Text for the value of a header that is known when the program is built.
#pragma once

#include <string_view>

#include "tenon/word/literal.hpp"

namespace tenon {

namespace detail {

// Not constexpr: reaching it makes the literal ill-formed, and its name stands in the error.
inline void a_header_holds_no_line_break_and_no_null_byte() {}

}  // namespace detail

// A line break would begin another header, so a literal with one does not compile, and nobody has to look for one where
// answers are written.
class header_literal {
 public:
  consteval header_literal() = default;
  consteval header_literal(const char* text) : header_literal(std::string_view(text)) {}
  consteval header_literal(literal text) : header_literal(text.view()) {}
  consteval header_literal(std::string_view text) : view_(text) {
    for (char c : text)
      if (c == '\r' || c == '\n' || c == '\0') detail::a_header_holds_no_line_break_and_no_null_byte();
  }

  [[nodiscard]] constexpr std::string_view view() const noexcept { return view_; }
  constexpr operator std::string_view() const noexcept { return view_; }

 private:
  std::string_view view_;
};

}  // namespace tenon
