// A redirect leads to an extension that is not there, or that exports nothing.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct redirect_not_available {};

}  // namespace tenon::diagnostic
