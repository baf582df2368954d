// How a command reaches the program that runs on a data directory.
#pragma once

#include <string>
#include <string_view>

#include "tenon/contract/console.hpp"

namespace tenon_commands {

// Waits for as long as the command takes. Throws tenon::error where none runs there, or it has no console, or it gives
// no answer. `program` is what it is called.
[[nodiscard]] tenon_console::answer ask_console(const std::string& directory, const tenon_console::request& what,
                                                std::string_view program);

}  // namespace tenon_commands
