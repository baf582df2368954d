// Something is to be done on an executor, and nobody can call it.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct work_not_callable {};

}  // namespace tenon::diagnostic
