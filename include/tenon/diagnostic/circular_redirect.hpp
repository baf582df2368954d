// Redirects lead back to where they began.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct circular_redirect {};

}  // namespace tenon::diagnostic
