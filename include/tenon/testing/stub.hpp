// What stands in for an extension that another one needs: the name, a version that will do, and nothing else.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "tenon/word/manifest.hpp"

namespace tenon::testing {

namespace detail {

// The lowest version that satisfies a constraint: its left end, with 0 for x.
struct lowest_version {
  std::array<char, 64> text{};
  std::size_t size = 0;

  constexpr explicit lowest_version(std::string_view versions) {
    versions = versions.substr(0, versions.find('-'));
    while (versions.ends_with(' ')) versions.remove_suffix(1);
    for (char c : versions)
      if (size < text.size()) text[size++] = c == 'x' ? '0' : c;
  }
};

}  // namespace detail

// For the need at that place in the manifest of X.
template <class X, std::size_t Need>
class stub {
  static constexpr need wanted = X::manifest.needs[Need];
  static constexpr detail::lowest_version version{wanted.versions};

 public:
  static constexpr auto manifest =
      tenon::manifest{.name = wanted.name, .version = {version.text.data(), version.size}, .doc = "Stands in."};
};

}  // namespace tenon::testing
