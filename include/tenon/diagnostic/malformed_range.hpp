// A range has an end that cannot be read, or that is no length of time where one is wanted, or ends before it begins,
// or is one of what has no more and no less.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct malformed_range {};

}  // namespace tenon::diagnostic
