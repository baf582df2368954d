// Events answer each other in a circle.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct circular_answer {};

}  // namespace tenon::diagnostic
