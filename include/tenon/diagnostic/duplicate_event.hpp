// Two events bear one name.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct duplicate_event {};

}  // namespace tenon::diagnostic
