// A server without the extension around it, until it is told to end.
#pragma once

#include <cstdio>
#include <cstdlib>

#include "server.hpp"
#include "tenon/lifecycle/termination.hpp"
#include "tenon/word/error.hpp"

// The exit code.
inline int serve(const char* port, tenon::door door) {
  tenon::termination end;
  try {
    tenon::http1::options given;
    given.port = std::atoi(port);
    tenon::http1::server server(given);
    const auto listener = server.bind();
    server.open(door);
    listener->open();
    end.wait();
    listener->close();
    server.drain();
    return 0;
  } catch (const tenon::error& failure) {
    std::fprintf(stderr, "%s\n", failure.what());
    return 1;
  }
}
