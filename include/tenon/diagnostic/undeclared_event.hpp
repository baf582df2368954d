// An extension emits what is not in its list of emits.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct undeclared_event {};

}  // namespace tenon::diagnostic
