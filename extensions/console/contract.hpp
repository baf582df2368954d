// How a command reaches a program that runs: over a socket in its data directory.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tenon_console {

// A Unix socket, mode 0600: whoever may read the data directory is the administrator. One line of JSON goes each way,
// and then the connection is closed.
inline constexpr std::string_view socket_name = "console.sock";
inline constexpr std::size_t longest_line = 1U << 20U;

struct request {
  std::vector<std::string> words{};  // the name of a command, and what it is told
  bool complete = false;             // nothing is done; wanted is what the last of the words could become
};
struct answer {
  int exit_code = 0;
  std::string text{};   // for standard output
  std::string error{};  // for standard error
  std::vector<std::string> choices{};
  bool is_ending = false;  // nothing has been done, because the program ends
};

}  // namespace tenon_console
