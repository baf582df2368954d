// What the parameters of a pattern have matched.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "tenon/web/pattern.hpp"

namespace tenon::web {

// In the order of the pattern, pointing into the path. Nothing is written beyond the parameters of the row that was
// found.
struct captures {
  struct piece {
    const char* data;
    std::size_t size;
  };
  std::array<piece, most_parameters> pieces;

  [[nodiscard]] constexpr std::string_view operator[](std::size_t i) const { return {pieces[i].data, pieces[i].size}; }
};

}  // namespace tenon::web
