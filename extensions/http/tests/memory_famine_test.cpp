#include <gtest/gtest.h>

#include <atomic>
#include <string>

#include "../server.hpp"
#include "allocation_count.hpp"
#include "client.hpp"

#ifndef TENON_ALLOCATES_BY_ITSELF

namespace {

// A log that needs no memory itself, and ends the famine.
struct famine_log {
  std::atomic<int> lines = 0;
  std::atomic<bool> names_memory = false;
  [[nodiscard]] tenon::log_sink sink() {
    return {this, [](void* data, const tenon::log_entry& entry) noexcept {
              static_cast<void>(forget_failing_allocation());
              auto& self = *static_cast<famine_log*>(data);
              ++self.lines;
              if (entry.message == "A connection was closed because the server ran out of memory.")
                self.names_memory = true;
            }};
  }
};

TEST(memory_famine, costs_one_connection_and_says_so_without_memory) {
  famine_log log;
  tenon::http1::options given;
  given.port = 0;
  tenon::http1::server server(given, tenon::log("http", log.sink()));
  const auto bound = server.bind();
  bool hungry = true;
  server.open({&hungry, [](void* app, tenon::exchange& one) {
                 one.response = tenon::response::text("fed");
                 // The first is for the bytes of the answer, the next would be for a sentence.
                 if (std::exchange(*static_cast<bool*>(app), false)) fail_allocation_after(0, 2);
                 return true;
               }});
  bound->open();
  client unlucky(bound->port());
  EXPECT_TRUE(unlucky.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").is_closed());
  EXPECT_EQ(log.lines, 1);
  EXPECT_TRUE(log.names_memory);
  client next(bound->port());
  EXPECT_EQ(next.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").read().body, "fed");
  next.hang_up();
  bound->close();
  server.drain();
}

}  // namespace

#endif
