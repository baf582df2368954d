// An event is posted that cannot be copied.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct event_not_copyable {};

}  // namespace tenon::diagnostic
