// What somebody types to have an extension do something.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tenon {

// One use of a command: the words behind its name, and where it says something.
struct command_call {
  std::span<const std::string> words{};
  std::string printed{}, complained{};  // for the standard output and error of who asked, who gets them when it is done
  int exit_code = 0;

  // A line each.
  void print(std::string_view line) { printed.append(line).append("\n"); }
  void complain(std::string_view line) { complained.append(line).append("\n"); }
};

// `run` does it, on a thread of who asked, so it may block and may overlap with the hooks of its extension. What it
// throws is said to who asked, with exit code 1. `complete`, which may be absent, gives what the last of the words
// could become; the words before it are whole.
struct command {
  std::string doc{};
  std::function<void(command_call& call)> run{};
  std::function<std::vector<std::string>(std::span<const std::string> words)> complete{};
};

}  // namespace tenon
