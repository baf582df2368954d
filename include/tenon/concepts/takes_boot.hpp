// TakesBoot: an extension whose constructor wants to know where it is made.
#pragma once

#include <type_traits>

#include "tenon/word/boot.hpp"

namespace tenon {

// `explicit greeter(const tenon::boot<greeter>&)`. An aggregate has no constructor: that its first member could be made
// from anything means nothing.
template <class T>
concept TakesBoot = !__is_aggregate(T) && std::is_constructible_v<T, const boot<T>&>;

}  // namespace tenon
