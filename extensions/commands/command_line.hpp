// The words of a command line, taken apart and not yet acted on.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tenon_commands {

enum class command : std::uint8_t { serve, check, version, list, graph, schema, emit, exec, console };
// What `list` lists.
enum class listing : std::uint8_t { extensions, exports, events, listeners, drivers, functions, routes, settings };

struct command_line {
  tenon_commands::command command = command::serve;
  std::optional<std::string> data_dir{};
  std::optional<std::string> config{};     // a file, read later
  std::vector<std::string> assignments{};  // as in `http.port=8080`; --address, --port and --threads are short for some
  tenon_commands::listing listing = listing::extensions;
  bool json = false;  // of list and graph: for scripts
  bool debug = false;
  std::vector<std::string> words{};  // of emit and exec: for the console
  std::vector<std::string> own{};    // nobody's words: what the program itself sets, written like assignments
};

// What a program says of itself in its help.
struct program {
  std::string name, version, doc;
};

// Either a command line, or an exit code: 0 after help, 2 after a usage error, and what was to be said has been
// printed.
struct parsed {
  std::optional<tenon_commands::command_line> line{};
  int exit_code = 0;
};
[[nodiscard]] parsed parse(const program& self, int argc, const char* const* argv);

}  // namespace tenon_commands
