// A value that holds a secret is about to be printed or compared.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct secret_shown {};

}  // namespace tenon::diagnostic
