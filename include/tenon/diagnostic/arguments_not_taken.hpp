// A function is called with arguments that are not its own.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct arguments_not_taken {};

}  // namespace tenon::diagnostic
