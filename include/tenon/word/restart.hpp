// A setting that takes effect when its extension starts anew.
#pragma once

#include "tenon/word/field.hpp"

namespace tenon {

// `restart<int> workers = 4;` Reads as T. A change stops and starts the extension and those that need it.
template <class T>
using restart = field<T, facts{.restart = true}>;

}  // namespace tenon
