// Names in code are values: `ctx.import("data"_ext)` needs no `.template`, and a typing mistake in one does not
// compile.
#pragma once

#include <string_view>

#include "tenon/word/fixed_string.hpp"

namespace tenon {

template <fixed_string Name>
struct extension_name {
  static constexpr std::string_view value = Name.view();
};

inline namespace literals {

// Names an extension of the composition.
template <fixed_string Name>
consteval extension_name<Name> operator""_ext() {
  return {};
}

}  // namespace literals
}  // namespace tenon
