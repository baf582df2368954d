// A bundle that is part of the program brings a function that no extension has.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct unbound_function {};

}  // namespace tenon::diagnostic
