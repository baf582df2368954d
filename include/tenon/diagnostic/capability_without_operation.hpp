// A provider claims a capability and lacks the operation behind it.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct capability_without_operation {};

}  // namespace tenon::diagnostic
