// An extension lists a route and has no handler for it.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct unhandled_route {};

}  // namespace tenon::diagnostic
