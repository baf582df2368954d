// Somebody calls a function by a name that several extensions have.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct ambiguous_function {};

}  // namespace tenon::diagnostic
