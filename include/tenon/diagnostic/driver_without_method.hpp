// An extension lists a driver and does not do a method of its interface.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct driver_without_method {};

}  // namespace tenon::diagnostic
