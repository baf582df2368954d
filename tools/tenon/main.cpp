// The command-line tool: what is done with files, and needs no server.
#include <cstdio>
#include <exception>
#include <optional>

#include "command_line.hpp"
#include "compose.hpp"
#include "validate.hpp"

int main(int argc, char** argv) {
  try {
    tenon_tool::command_line line;
    if (const std::optional<int> ended = tenon_tool::parse(argc, argv, line)) return *ended;
    return line.what == tenon_tool::task::compose ? tenon_tool::compose(line) : tenon_tool::validate(line);
  } catch (const std::exception& failed) {
    std::fprintf(stderr, "tenon: %s\n", failed.what());
    return 2;
  }
}
