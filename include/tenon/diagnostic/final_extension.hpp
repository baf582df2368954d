// An extension is final, so that its hooks cannot be checked.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct final_extension {};

}  // namespace tenon::diagnostic
