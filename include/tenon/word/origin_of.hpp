// Where the build found an extension.
#pragma once

#include <string_view>

namespace tenon {

// Its folder or file, from the project's own; `NAME@VERSION` of an installed package. The build says it of what a
// program is composed of; empty of what was composed by hand.
template <class Extension>
inline constexpr std::string_view origin_of{};

}  // namespace tenon
