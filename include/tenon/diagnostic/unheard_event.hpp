// An event is emitted, and nobody hears it.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct unheard_event {};

}  // namespace tenon::diagnostic
