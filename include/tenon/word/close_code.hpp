// Why a web socket is closed, as RFC 6455 section 7.4 numbers it.
#pragma once

#include <cstdint>

namespace tenon {

namespace detail {

// Not constexpr: reaching it makes the code ill-formed, and its name stands in the error.
inline void a_close_code_is_1000_1001_1003_1007_to_1014_or_3000_to_4999() {}

[[nodiscard]] constexpr bool is_close_code(int code) noexcept {
  return code == 1000 || code == 1001 || code == 1003 || (code >= 1007 && code <= 1014 && code != 1010) ||
         (code >= 3000 && code <= 4999);
}

}  // namespace detail

// One that a server may send; another does not compile. From 4000 on they mean what the application says.
class close_code {
 public:
  consteval close_code(int code) : code_(static_cast<std::uint16_t>(code)) {
    if (!detail::is_close_code(code)) detail::a_close_code_is_1000_1001_1003_1007_to_1014_or_3000_to_4999();
  }
  [[nodiscard]] constexpr std::uint16_t value() const noexcept { return code_; }

 private:
  std::uint16_t code_;
};

}  // namespace tenon
