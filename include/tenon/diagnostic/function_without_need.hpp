// Somebody calls a function of an extension that it does not need.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct function_without_need {};

}  // namespace tenon::diagnostic
