// Standard input, output and error have their places, however the program was started.
#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <initializer_list>

namespace tenon {

// Where one of them was closed, the next file that is opened would get its number, and the log would be written into
// it. What stands there instead takes nothing and gives nothing, so whoever prints is told as before. Called before any
// file is opened.
inline void hold_standard_streams() noexcept {
  for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (::fcntl(number, F_GETFD) < 0) ::open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

}  // namespace tenon
