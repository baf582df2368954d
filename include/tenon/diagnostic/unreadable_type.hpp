// A type has values that cannot be read or written by name.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct unreadable_type {};

}  // namespace tenon::diagnostic
