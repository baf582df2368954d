// What one more request costs a server, counted and not timed: the same on a busy machine as on a quiet one.
#pragma once

#include "measure/request_shape.hpp"
#include "servers/server.hpp"

namespace bench {

struct request_cost {
  double instructions = 0;  // in user space
  double allocations = 0;
  bool sees_allocations = false;  // false: none in the whole run, so the program's symbols were stripped
};

// By the difference of two runs, so that start, stop and the making of the connection cancel out. One connection; each
// request is sent when the server has had time to wait for it, so that waiting is part of what is counted, every time.
// Throws std::runtime_error where it cannot be counted.
request_cost count_cost(const server& of, request_shape shape);

}  // namespace bench
