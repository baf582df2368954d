// How long a server takes from the call that starts its program.
#pragma once

#include <string>

#include "servers/server.hpp"

namespace bench {

// In milliseconds, to the end of its first 200: it is ready then, however early it listens. The median of that many
// starts. Throws std::runtime_error where the server does not start.
double time_start(const server& of, int starts);

// To the end of a program that does nothing, in milliseconds; the median of that many. What the system itself takes for
// a process, which no program can go below.
double time_empty_program(const std::string& file, int starts);

}  // namespace bench
