// What the tool was told to do.
#pragma once

#include <optional>
#include <string>

namespace tenon_tool {

struct command_line {
  std::string bundle;
  bool strict = false, json = false;
};

// An exit code where there is nothing to do: help was asked for, or the words are wrong; that has been printed.
[[nodiscard]] std::optional<int> parse(int argc, const char* const* argv, command_line& line);

}  // namespace tenon_tool
