// Something in a list of functions of forms is none, or the list is none.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct not_a_form_function {};

}  // namespace tenon::diagnostic
