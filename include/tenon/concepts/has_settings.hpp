// HasSettings: an extension that can be configured.
#pragma once

#include <type_traits>

namespace tenon {

// A nested aggregate `settings`: its members are the keys, their initialisers the defaults.
template <class T>
concept HasSettings = requires { typename T::settings; } && __is_aggregate(typename T::settings);

}  // namespace tenon
