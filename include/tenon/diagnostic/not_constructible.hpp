// An app cannot make an extension: it has none of the constructors that the app calls.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct not_constructible {};

}  // namespace tenon::diagnostic
