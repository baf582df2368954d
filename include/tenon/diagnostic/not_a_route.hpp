// A list of routes holds something else.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct not_a_route {};

}  // namespace tenon::diagnostic
