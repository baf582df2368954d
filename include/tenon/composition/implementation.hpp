// The mark that a composition puts on the extension behind the alias `extension_impl`.
#pragma once

#include <string_view>
#include <type_traits>

namespace tenon {

// `app<implementation<local>, http, api>`: others reach it as `extension_impl`, whatever its own name is.
template <class Extension>
struct implementation {};

inline constexpr std::string_view alias_name = "extension_impl";

template <class T>
struct unmarked : std::type_identity<T> {
  static constexpr bool is_implementation = false;
};
template <class T>
struct unmarked<implementation<T>> : std::type_identity<T> {
  static constexpr bool is_implementation = true;
};

}  // namespace tenon
