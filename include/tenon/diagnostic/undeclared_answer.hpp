// An extension emits, while it hears an event, what its answers do not say.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct undeclared_answer {};

}  // namespace tenon::diagnostic
