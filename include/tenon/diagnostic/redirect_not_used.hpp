// A redirect takes over a name that nobody imports.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct redirect_not_used {};

}  // namespace tenon::diagnostic
