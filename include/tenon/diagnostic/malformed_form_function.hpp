// A function of forms has a name that no schema can say.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct malformed_form_function {};

}  // namespace tenon::diagnostic
