// Somebody calls a function before anybody has started.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct call_too_early {};

}  // namespace tenon::diagnostic
