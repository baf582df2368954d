// A bundle that is part of the program wants a format drawn that no extension draws.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct unbound_renderer {};

}  // namespace tenon::diagnostic
