// A manifest lists more needs than the list holds.
#pragma once

#include "tenon/word/fixed_string.hpp"

namespace tenon::diagnostic {

template <fixed_string... Sentence>
struct too_many_needs {};

}  // namespace tenon::diagnostic
