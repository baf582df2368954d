// Two events cannot be one by an alias, because a field cannot be copied from one to the other.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct alias_fields_differ {};

}  // namespace tenon::diagnostic
