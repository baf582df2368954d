// An extension has a member type `settings` that cannot be read by name.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct settings_not_an_aggregate {};

}  // namespace tenon::diagnostic
