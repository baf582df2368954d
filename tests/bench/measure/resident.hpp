// The memory of a process that waits.
#pragma once

#include <string_view>

#include "servers/server.hpp"

namespace bench {

// From the text of /proc/ID/status, in bytes. Throws std::runtime_error where it is not told.
double read_resident(std::string_view status);

// Of a server that has answered one request.
double idle_resident(const server& of);

}  // namespace bench
