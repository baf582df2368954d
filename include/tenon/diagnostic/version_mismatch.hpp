// An extension needs another version of one that the composition holds.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct version_mismatch {};

}  // namespace tenon::diagnostic
