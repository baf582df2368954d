// Text that is known when the program is built, and therefore never dies.
#pragma once

#include <string_view>

namespace tenon {

// Made from a string literal only: the constructor is consteval, so text that could dangle does not compile.
class literal {
 public:
  consteval literal() = default;
  consteval literal(const char* text) : view_(text) {}
  consteval literal(std::string_view text) : view_(text) {}

  [[nodiscard]] constexpr std::string_view view() const noexcept { return view_; }
  constexpr operator std::string_view() const noexcept { return view_; }

 private:
  std::string_view view_;
};

}  // namespace tenon
