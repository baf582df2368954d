// An extension calls a driver that nobody has.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct unknown_driver {};

}  // namespace tenon::diagnostic
