// An extension exports something else than an importer expects of it.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct export_not_as_expected {};

}  // namespace tenon::diagnostic
