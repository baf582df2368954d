// Something in a list of renderers is none, or the list is none.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct not_a_renderer {};

}  // namespace tenon::diagnostic
