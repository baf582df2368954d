// An alias names an event that nobody knows, or two that nobody emits.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct alias_not_available {};

}  // namespace tenon::diagnostic
