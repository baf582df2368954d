// A setting's default is one that its own range refuses.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct default_out_of_range {};

}  // namespace tenon::diagnostic
