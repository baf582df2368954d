// Extension: a type that says who it is.
#pragma once

#include <type_traits>

#include "tenon/word/manifest.hpp"

namespace tenon {

// `static constexpr auto manifest = tenon::manifest{...}`: a constant, because the composition is decided with it.
template <class T>
concept Extension = requires {
  requires __is_same(decltype(T::manifest), const tenon::manifest) ||
               std::is_same_v<std::remove_cvref_t<decltype(T::manifest)>, tenon::manifest>;
  typename std::bool_constant<(T::manifest.name.size(), true)>;
};

}  // namespace tenon
