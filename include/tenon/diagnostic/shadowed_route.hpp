// A route can never match, because another one matches the same paths.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct shadowed_route {};

}  // namespace tenon::diagnostic
