// HTTP's methods, as far as a route can be about them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tenon {

// `other` is any other method, such as TRACE or BREW.
enum class method : std::uint8_t { get, head, post, put, delete_, patch, options, other };

inline constexpr std::size_t method_count = 7;
inline constexpr std::array<std::string_view, method_count> method_names{"GET",    "HEAD",  "POST",   "PUT",
                                                                         "DELETE", "PATCH", "OPTIONS"};

[[nodiscard]] constexpr std::string_view to_string(method value) noexcept {
  return value == method::other ? "OTHER" : method_names[static_cast<std::size_t>(value)];
}

}  // namespace tenon
