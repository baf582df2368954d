// A member that has the name of an extension point, and would be passed over.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct misshapen_member {};

}  // namespace tenon::diagnostic
