// A listener does not take its event as the app hands it out.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct listener_not_callable {};

}  // namespace tenon::diagnostic
