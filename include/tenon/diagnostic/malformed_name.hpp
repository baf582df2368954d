// A manifest's name breaks the rule for names.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct malformed_name {};

}  // namespace tenon::diagnostic
