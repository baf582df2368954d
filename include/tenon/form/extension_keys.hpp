// The keys that an ext.json may say.
#pragma once

#include <array>
#include <string_view>

namespace tenon::form::keys {

inline constexpr std::array<std::string_view, 9> extension{
    "version", "requires", "description", "schemas", "definitions", "functions", "renderers", "$schema", "$comment"};
inline constexpr std::array<std::string_view, 1> schemas{"definitions"};
inline constexpr std::array<std::string_view, 7> function{"name",   "description", "parameters", "returnType",
                                                          "module", "export",      "path"};
inline constexpr std::array<std::string_view, 4> parameter{"name", "type", "required", "description"};
inline constexpr std::array<std::string_view, 8> renderer{"name",   "format",       "module",      "renderer",
                                                          "tester", "testerModule", "description", "dependencies"};
inline constexpr std::array<std::string_view, 2> exported{"path", "export"};

}  // namespace tenon::form::keys
