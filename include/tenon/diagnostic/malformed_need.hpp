// Needs are written as texts, so that nobody can tell names from versions.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct malformed_need {};

}  // namespace tenon::diagnostic
