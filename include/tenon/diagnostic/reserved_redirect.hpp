// A redirect takes over a name that is not of an extension.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct reserved_redirect {};

}  // namespace tenon::diagnostic
