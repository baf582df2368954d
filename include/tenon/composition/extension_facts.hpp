// One row of the composition: what is known of an extension before the program runs.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "tenon/word/manifest.hpp"

namespace tenon {

struct extension_facts {
  tenon::manifest manifest{};
  std::string_view type{};      // the C++ type, as the compiler names it
  std::string_view origin{};    // where the build found it; empty: it was composed by hand
  std::string_view exports{};   // the type that it exports; empty: nothing
  bool implementation = false;  // stands behind the alias
  std::size_t level = 0;        // 0: needs nobody; else one more than the highest level among its needs
  // Where the extensions that it needs stand in start order, redirects followed; not among them are a need of `tenon`
  // itself, and an optional one of what is not there.
  std::array<std::size_t, need_list::capacity> needs{};
  std::array<std::uint8_t, need_list::capacity> stated{};  // for each of these, which need of the manifest it is
  std::size_t need_count = 0;
  std::span<const std::string_view> hooks{};  // the names of the hooks found, in the order in which they run

  // Core extensions and the implementation are up to their on_start before any other begins.
  [[nodiscard]] constexpr bool starts_first() const { return implementation || manifest.core; }
  [[nodiscard]] constexpr std::string_view kind() const { return implementation ? "implementation" : "feature"; }
};

}  // namespace tenon
