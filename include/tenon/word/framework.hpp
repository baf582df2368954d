// tenon's own version: a manifest may need `{"tenon", "0.x.x"}`.
#pragma once

#include <string_view>

namespace tenon {

inline constexpr std::string_view framework_version = "0.1.0";

}  // namespace tenon
