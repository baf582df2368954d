// How a command reaches a program that runs: over a socket in its data directory.
#pragma once

#include <string>
#include <string_view>

namespace tenon_console {

// A Unix socket, mode 0600: whoever may read the data directory is the administrator. One line of JSON goes each way,
// and then the connection is closed.
inline constexpr std::string_view socket_name = "console.sock";

struct request {
  std::string emit{};   // the name of an event
  std::string event{};  // its fields as the text of a JSON object; those that are not there keep their defaults
};
struct answer {
  int exit_code = 0;
  std::string text{};   // for standard output
  std::string error{};  // for standard error
};

}  // namespace tenon_console
