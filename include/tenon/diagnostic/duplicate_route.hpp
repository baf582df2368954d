// Two routes have one method and one pattern.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct duplicate_route {};

}  // namespace tenon::diagnostic
