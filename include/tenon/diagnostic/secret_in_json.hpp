// A value that holds a secret is about to become JSON.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct secret_in_json {};

}  // namespace tenon::diagnostic
