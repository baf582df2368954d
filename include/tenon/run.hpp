// Running an app until it is told to end.
#pragma once

#include <exception>
#include <utility>

#include "tenon/lifecycle/console_log.hpp"
#include "tenon/lifecycle/standard_streams.hpp"
#include "tenon/lifecycle/termination.hpp"
#include "tenon/word/attempt.hpp"
#include "tenon/word/boot.hpp"

namespace tenon {

// Makes the app, starts it, waits for SIGTERM or SIGINT, and stops it: the exit code is 0, or 1 where it did not start
// or had to give up. Call it before any thread is made. An environment without a log sink gets standard error.
template <class App, class... Settings>
int run(environment surroundings = {}, Settings&&... settings) {
  hold_standard_streams();
  if (surroundings.log_sink.write == nullptr) surroundings.log_sink = console_log;
  const log_sink sink = surroundings.log_sink;
  termination end;
  int exit_code = 1;
  attempt(
      [&] {
        surroundings.give_up = termination::begin;
        App app{std::move(surroundings), std::forward<Settings>(settings)...};
        if (!app.start()) return;
        end.wait();
        app.stop();
        exit_code = app.has_given_up() ? 1 : 0;
        log("tenon", sink).info("stopped");
      },
      [&] { log("tenon", sink).error(message_of(std::current_exception())); });
  return exit_code;
}

}  // namespace tenon
