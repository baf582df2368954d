// An extension has two functions of one name.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct duplicate_function {};

}  // namespace tenon::diagnostic
