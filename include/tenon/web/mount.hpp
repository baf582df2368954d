// Where an extension is mounted: at its name and everything below it. There its web-handler hooks answer.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "tenon/web/pattern.hpp"

namespace tenon::web {

// First segments that the framework answers itself, so that no extension's name may become one.
inline constexpr std::array<std::string_view, 1> reserved_mounts{"api"};

template <class X>
struct mount {
 private:
  static constexpr std::string_view tail = "/{rest...}";
  static constexpr std::size_t size = X::manifest.name.size() + 1;
  static constexpr auto text = [] {
    std::array<char, size + tail.size()> out{'/'};
    for (std::size_t i = 1; i < size; ++i) out[i] = X::manifest.name[i - 1];
    for (std::size_t i = 0; i < tail.size(); ++i) out[size + i] = tail[i];
    return out;
  }();

 public:
  static constexpr std::string_view base{text.data(), size}, below{text.data(), text.size()};
  static constexpr bool reserved = [] {
    for (std::string_view one : reserved_mounts)
      if (one == base.substr(1)) return true;
    return false;
  }();
  // Whether a pattern lies there. Nobody is mounted where the framework answers.
  static constexpr bool has(std::string_view pattern) {
    return !reserved && pattern.substr(0, size) == base && (pattern.size() == size || pattern[size] == '/');
  }
  static constexpr auto base_segments = read_segments<1>(base);
  static constexpr auto below_segments = read_segments<2>(below);
};

}  // namespace tenon::web
