// A core extension needs one that starts after every core extension.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct core_needs_feature {};

}  // namespace tenon::diagnostic
