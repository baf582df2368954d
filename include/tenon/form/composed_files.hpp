// The bundle that the build has put into a program, file by file.
#pragma once

#include <array>
#include <string_view>

namespace tenon::form {

struct composed_file {
  std::string_view path;     // in the bundle
  std::string_view content;  // as long as the program
};

// An entry of an ext.json that wants somebody to draw its format.
struct wanted_renderer {
  std::string_view format;
  std::string_view file;  // the ext.json
};

// The same of a function, by the name that forms call it by.
struct wanted_function {
  std::string_view name;
  std::string_view file;  // the ext.json
};

// The build specialises them for a composition with a bundle (tenon_add_bundle). Files are sorted by path.
template <class App>
inline constexpr std::array<composed_file, 0> composed_files{};
template <class App>
inline constexpr std::array<wanted_renderer, 0> wanted_renderers{};
template <class App>
inline constexpr std::array<wanted_function, 0> wanted_functions{};

}  // namespace tenon::form
