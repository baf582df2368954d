// Whose figures are compared.
#pragma once

#include <string>

#include "servers/server.hpp"
#include "tenon/testing/scratch_folder.hpp"

namespace bench {

struct contestants {
  server hello;         // examples/hello: a route and nothing else
  server backend;       // examples/backend, its database made
  server hand_door;     // the same HTTP door, entered without an app
  server slow_handler;  // with a handler that blocks for a second at /slow
  server bare_beast;    // the library without a door
  server bare_epoll;    // the system calls without a library
  server nginx;
  server node;
};

// The folder is where servers keep their files; it outlives what is made here.
contestants gather(const tenon::testing::scratch_folder& folder);

}  // namespace bench
