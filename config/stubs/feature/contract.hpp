// Others include this as <tenon/contract/@name@.hpp>.
#pragma once

#include <string_view>

// Emitted for every request.
struct @identifier@_asked {
  static constexpr std::string_view name = "@name@.asked";
  unsigned number = 0;  // which request this is, counted from 1: the answer of its own `on`
};
