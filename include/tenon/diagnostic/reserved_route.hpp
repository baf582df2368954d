// A web handler would be mounted where the framework answers itself.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct reserved_route {};

}  // namespace tenon::diagnostic
