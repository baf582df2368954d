// Two drivers of one interface have one name.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct duplicate_driver {};

}  // namespace tenon::diagnostic
