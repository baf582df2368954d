// A function has a name that is none, or rights that contradict each other.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct malformed_function {};

}  // namespace tenon::diagnostic
