// A manifest names a build variable that the build does not set.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct unset_build_variable {};

}  // namespace tenon::diagnostic
