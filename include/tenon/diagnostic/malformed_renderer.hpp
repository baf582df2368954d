// A renderer draws no format, or has a rank that could never win.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct malformed_renderer {};

}  // namespace tenon::diagnostic
