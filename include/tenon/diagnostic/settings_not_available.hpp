// An extension asks for settings, and has none. The type itself is part of the message, because `boot` knows no
// sentences.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <class Type, fixed_string... Sentence>
struct settings_not_available {};

}  // namespace tenon::diagnostic
