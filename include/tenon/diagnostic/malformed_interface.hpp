// A driver is of an interface that is none, or of which a part is wrong.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct malformed_interface {};

}  // namespace tenon::diagnostic
