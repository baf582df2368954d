// What a command says to whoever has typed it.
#pragma once

#include <cstdio>
#include <string>

namespace tenon_commands {

// Neither throws where the words get nowhere, on a full disk for instance. Of those on standard output the exit code
// tells (when_written); for those on standard error there is nobody to tell.
inline void print(const std::string& text) noexcept { std::fwrite(text.data(), 1, text.size(), stdout); }
inline void print_error(const std::string& text) noexcept { std::fwrite(text.data(), 1, text.size(), stderr); }

}  // namespace tenon_commands
