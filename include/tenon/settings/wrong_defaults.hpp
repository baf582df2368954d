// Defaults that their own ranges refuse, where the compiler could not know them.
#pragma once

#include <string_view>
#include <vector>

#include "tenon/reflect/type.hpp"
#include "tenon/word/finding.hpp"

namespace tenon::settings {

// One for each value out of its range, in what no source has said anything of yet.
[[nodiscard]] std::vector<finding> wrong_defaults(std::string_view extension, const reflect::slot& place,
                                                  const void* defaults);

}  // namespace tenon::settings
