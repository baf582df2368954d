// How many files, and so connections, the system allows this process.
#pragma once

#include "tenon/word/log.hpp"

namespace tenon::http1 {

// Raises the process's own limit as far as that many connections want and the system permits; a warning says if it does
// not.
void allow_connections(int most, const tenon::log& log);

}  // namespace tenon::http1
