// How far an extension has come. The composition shows it; it promises nothing by itself.
#pragma once

#include <cstdint>
#include <string_view>

namespace tenon {

enum class stability : std::uint8_t { development, alpha, beta, stable, deprecated };

[[nodiscard]] constexpr std::string_view to_string(stability value) noexcept {
  switch (value) {
    case stability::development:
      return "development";
    case stability::alpha:
      return "alpha";
    case stability::beta:
      return "beta";
    case stability::stable:
      return "stable";
    case stability::deprecated:
      return "deprecated";
  }
  return "unknown";
}

}  // namespace tenon
