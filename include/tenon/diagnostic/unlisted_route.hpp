// An extension handles routes, and its list of routes cannot be seen, or there is none.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct unlisted_route {};

}  // namespace tenon::diagnostic
