// How long a server takes from the call that starts its program.
#pragma once

#include "servers/server.hpp"

namespace bench {

// In milliseconds, to the end of its first 200: it is ready then, however early it listens. The median of that many
// starts. Throws std::runtime_error where the server does not start.
double time_start(const server& of, int starts);

}  // namespace bench
