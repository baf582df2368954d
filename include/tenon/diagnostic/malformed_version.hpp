// A manifest's version, or the constraint of one of its needs, cannot be read.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct malformed_version {};

}  // namespace tenon::diagnostic
