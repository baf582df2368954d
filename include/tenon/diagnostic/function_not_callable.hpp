// An extension lists a function and does not do it.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct function_not_callable {};

}  // namespace tenon::diagnostic
