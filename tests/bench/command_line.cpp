#include "command_line.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace bench {

std::optional<options> read_command_line(int count, const char* const* arguments, int& exit_code) {
  options wanted;
  long seconds = wanted.time.count();
  CLI::App app{
      "Measures the programs of this build beside others, and prints a table. Exit code 1: a figure is missed.",
      "bench"};
  app.add_option("--rounds", wanted.rounds, "Rounds of wrk for each server")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  app.add_option("--seconds", seconds, "Seconds of each round")->check(CLI::Range(1, 600))->capture_default_str();
  app.add_option("--starts", wanted.starts, "How often each program is started")
      ->check(CLI::Range(1, 10'000))
      ->capture_default_str();
  app.add_option("--extensions", wanted.most_extensions, "Of the largest composition that is compiled")
      ->check(CLI::Range(1, 800))
      ->capture_default_str();
  app.add_option("--only", wanted.only, "Parts of it")
      ->check(CLI::IsMember({"instructions", "throughput", "calls", "start", "footprint", "dispatch", "routes",
                             "values", "bundles", "compile_time"}));
  app.add_flag("--strict", wanted.strict, "A missed time is a failure too, not only what is counted");
  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& ending) {
    exit_code = app.exit(ending) == 0 ? 0 : 2;
    return std::nullopt;
  }
  wanted.time = std::chrono::seconds(seconds);
  return wanted;
}

}  // namespace bench
