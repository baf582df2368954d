// A type in a composition has no manifest, so nothing can be known of it, not even a name: the type itself is the
// message.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <class Type, fixed_string... Sentence>
struct not_an_extension {};

}  // namespace tenon::diagnostic
