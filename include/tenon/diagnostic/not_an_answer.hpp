// A list of answers that says nothing that could be.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct not_an_answer {};

}  // namespace tenon::diagnostic
