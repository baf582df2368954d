// A route in the list has a pattern that cannot be read, an option that is none, or one that its extension cannot keep.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct malformed_route {};

}  // namespace tenon::diagnostic
