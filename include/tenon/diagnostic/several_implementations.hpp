// A composition holds more than one implementation behind the alias.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct several_implementations {};

}  // namespace tenon::diagnostic
