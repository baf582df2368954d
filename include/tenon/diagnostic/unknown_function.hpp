// Somebody calls a function that this composition does not have.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct unknown_function {};

}  // namespace tenon::diagnostic
