// Whether two values of one type are the same, for those who have the type as data.
#pragma once

#include "tenon/reflect/type.hpp"

namespace tenon::reflect {

// Secrets too: nothing of them gets out but whether they differ. NaN differs from itself.
[[nodiscard]] bool equal(const slot& place, const void* one, const void* other);

// Whether they differ where a word says `restart`, or inside of such a place. A list, a map or an optional value that
// holds such a place is compared as a whole.
[[nodiscard]] bool differ_in_restart(const slot& place, const void* one, const void* other);

// Whether a word says `restart` of the place or of one inside it.
[[nodiscard]] constexpr bool is_restart(const slot& place) { return place.wears->told.restart; }

}  // namespace tenon::reflect
