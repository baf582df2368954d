// An extension imports something that it does not need, or that nobody exports.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct import_not_available {};

}  // namespace tenon::diagnostic
