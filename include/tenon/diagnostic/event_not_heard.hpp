// An event is sent to an extension that does not hear it.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct event_not_heard {};

}  // namespace tenon::diagnostic
