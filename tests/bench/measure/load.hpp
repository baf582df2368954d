// How busy the machine was with other things before anything was measured.
#pragma once

#include <cstdlib>

namespace bench {

// Processes that wanted to run, on average of the last minute.
inline double load_before() {
  double load = 0;
  return getloadavg(&load, 1) == 1 ? load : 0;
}

}  // namespace bench
