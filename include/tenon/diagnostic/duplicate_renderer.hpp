// Two renderers of extensions want the same format, with the same rank.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct duplicate_renderer {};

}  // namespace tenon::diagnostic
