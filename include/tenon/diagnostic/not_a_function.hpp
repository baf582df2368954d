// A list of functions holds something else, or cannot be read itself.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct not_a_function {};

}  // namespace tenon::diagnostic
