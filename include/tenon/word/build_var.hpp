// Values that the build sets, for manifests: `.needs = {{"data", tenon::build_var<"data_versions">}}`.
#pragma once

#include <cstddef>
#include <string_view>

#include "tenon/word/fixed_string.hpp"

namespace tenon {

struct build_var_row {
  std::string_view name, value;
};

// The generated header holds one line for each CMake variable TENON_VAR_<NAME>, as in TENON_BUILD_VAR("data_versions",
// "1.x.x").
inline constexpr build_var_row build_vars[] = {
    {"", ""},
#if __has_include(<tenon/build_vars.hpp>)
#define TENON_BUILD_VAR(name, value) {name, value},
#include <tenon/build_vars.hpp>
#undef TENON_BUILD_VAR
#endif
};

// How the value of a variable begins that the build does not set; its name follows.
inline constexpr std::string_view unset_build_variable_mark = "build variable not set: ";

namespace detail {

template <fixed_string Name>
struct unset_build_var {
  static constexpr std::string_view mark = unset_build_variable_mark;
  static constexpr auto text = [] {
    fixed_string<mark.size() + sizeof(Name.data)> out{};
    for (std::size_t i = 0; i < mark.size(); ++i) out.data[i] = mark[i];
    for (std::size_t i = 0; i < sizeof(Name.data); ++i) {
      const char c = Name.data[i];  // as CMake's variable is written
      out.data[mark.size() + i] = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return out;
  }();
};

}  // namespace detail

// One that the build does not set is a text that no constraint can be: the composition names the variable in its error.
template <fixed_string Name>
inline constexpr std::string_view build_var = [] {
  for (const build_var_row& row : build_vars)
    if (row.name == Name.view()) return row.value;
  return detail::unset_build_var<Name>::text.view();
}();

}  // namespace tenon
