// A type behind the alias lacks something that an implementation must have.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct not_a_backend_extension {};

}  // namespace tenon::diagnostic
