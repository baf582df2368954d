// A pattern in the list of routes cannot be read.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct malformed_route {};

}  // namespace tenon::diagnostic
