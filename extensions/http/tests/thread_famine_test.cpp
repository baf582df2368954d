#include "thread_famine.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "../http.hpp"
#include "running_server.hpp"
#include "tenon/word/error.hpp"

namespace {

constexpr unsigned long_enough = 20;  // seconds, for a way back that ends

struct hooks_context {
  http::settings given{.port = 0};
  log_lines lines{};

  [[nodiscard]] const http::settings& settings() const { return given; }
  [[nodiscard]] tenon::log log() { return {"http", lines.sink()}; }
  [[nodiscard]] tenon::door door() const { return {}; }
};

// What an app does with an extension that does not open, in a process of its own.
[[noreturn]] void open_without_threads() {
  alarm(long_enough);
  hooks_context ctx;
  http door;
  door.on_start(ctx);
  take_all_threads_away();
  try {
    door.on_open(ctx);
    std::_Exit(2);
  } catch (const tenon::error& failure) {
    std::cerr << failure.message();
  }
  door.on_close();
  door.on_stop();
  std::_Exit(0);
}

TEST(thread_famine_DeathTest, is_an_error_of_the_opening_and_closes_again) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_EXIT(open_without_threads(), testing::ExitedWithCode(0), "The thread tenon http could not be started");
}

}  // namespace
