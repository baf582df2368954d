// What the tool was told to do.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace tenon_tool {

enum class task : std::uint8_t { validate, compose };

struct command_line {
  task what = task::validate;
  std::string bundle;
  bool strict = false, json = false;
  std::string header, source;  // what compose writes
};

// An exit code where there is nothing to do: help was asked for, or the words are wrong; that has been printed.
[[nodiscard]] std::optional<int> parse(int argc, const char* const* argv, command_line& line);

}  // namespace tenon_tool
