// An extension calls a driver of one that it does not need.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct driver_without_need {};

}  // namespace tenon::diagnostic
