// Two functions of forms have one name.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct duplicate_form_function {};

}  // namespace tenon::diagnostic
