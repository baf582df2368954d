// How a command reaches the program that runs on a data directory.
#pragma once

#include <exception>
#include <memory>
#include <string>
#include <string_view>

#include "data_directory.hpp"
#include "tenon/contract/console.hpp"
#include "tenon/word/error.hpp"

namespace tenon_commands {

// The program that was asked has ended before it did anything: another try finds the next one, or none.
struct console_has_ended : std::exception {
  [[nodiscard]] const char* what() const noexcept override { return "the program has ended, and has done nothing"; }
};

// Nobody could be asked: no program runs, or its console belongs to another user.
struct program_not_reached : tenon::error {
  using tenon::error::error;
};
// A program holds the directory, and its console cannot be reached: it has none, or none yet, or none any more.
struct console_unreachable : program_not_reached {
  using program_not_reached::program_not_reached;
};

// Waits for as long as the command takes. Throws console_has_ended; program_not_reached; tenon::error where it gives
// no answer. `program` is what it is called.
[[nodiscard]] tenon_console::answer ask_console(const std::string& directory, const tenon_console::request& what,
                                                std::string_view program);

// Returns as soon as the console of the program that holds the directory can be reached, or nobody holds it; at the
// latest after ten seconds: a program that is starting has its console last.
void await_console(const std::string& directory);

// Holds the directory where nobody does. Else null, when the console of the program that does could be `reached`, or
// could not for a while: a program that is starting or ending has none yet, or none any more.
[[nodiscard]] std::unique_ptr<data_directory> hold_or_await_console(const std::string& directory, bool& reached);

}  // namespace tenon_commands
