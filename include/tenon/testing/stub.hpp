// What stands in for an extension that another one needs: the name, a version that will do, and nothing else.
#pragma once

#include <cstddef>
#include <string_view>

#include "tenon/word/fixed_string.hpp"
#include "tenon/word/manifest.hpp"

namespace tenon::testing {

namespace detail {

// The left end of a constraint.
[[nodiscard]] constexpr std::string_view left_end(std::string_view versions) {
  versions = versions.substr(0, versions.find('-'));
  while (versions.ends_with(' ')) versions.remove_suffix(1);
  return versions;
}

// The lowest version that satisfies the constraint of that need: its left end, with 0 for x.
template <class X, std::size_t Need>
[[nodiscard]] consteval auto lowest_version() {
  constexpr std::string_view left = left_end(X::manifest.needs[Need].versions);
  fixed_string<left.size() + 1> out{};
  for (std::size_t i = 0; i < left.size(); ++i) out.data[i] = left[i] == 'x' ? '0' : left[i];
  return out;
}

// As a template argument, because with a sanitizer g++ takes no other text that is made while compiling for a constant.
template <fixed_string Text>
inline constexpr std::string_view as_text = Text.view();

}  // namespace detail

// For the need at that place in the manifest of X.
template <class X, std::size_t Need>
struct stub {
  static constexpr auto manifest = tenon::manifest{.name = X::manifest.needs[Need].name,
                                                   .version = detail::as_text<detail::lowest_version<X, Need>()>,
                                                   .doc = "Stands in."};
};

}  // namespace tenon::testing
