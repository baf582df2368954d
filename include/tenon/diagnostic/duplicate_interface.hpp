// Two types are interfaces of one name.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct duplicate_interface {};

}  // namespace tenon::diagnostic
