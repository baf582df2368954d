// Two extensions have one name, or names that become one identifier.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct duplicate_name {};

}  // namespace tenon::diagnostic
