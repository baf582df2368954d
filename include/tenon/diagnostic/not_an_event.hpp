// A list of emits holds something that is no event.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct not_an_event {};

}  // namespace tenon::diagnostic
