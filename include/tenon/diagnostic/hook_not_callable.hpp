// A member bears a hook's name, and the app cannot call it.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct hook_not_callable {};

}  // namespace tenon::diagnostic
