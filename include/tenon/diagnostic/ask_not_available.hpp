// An extension asks another one that it may not rely on.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct ask_not_available {};

}  // namespace tenon::diagnostic
