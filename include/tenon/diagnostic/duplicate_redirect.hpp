// One name is redirected twice.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct duplicate_redirect {};

}  // namespace tenon::diagnostic
