// An extension is named by a text where a name that the compiler knows is wanted.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct name_as_text {};

}  // namespace tenon::diagnostic
