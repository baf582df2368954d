// The program's command line: serve, check, version, list, graph, schema, emit, exec, call, console.
#pragma once

#include <csignal>
#include <exception>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "command_line.hpp"
#include "configuration.hpp"
#include "console_client.hpp"
#include "data_directory.hpp"
#include "driver_list.hpp"
#include "event_list.hpp"
#include "extension_list.hpp"
#include "function_list.hpp"
#include "graph.hpp"
#include "log_output.hpp"
#include "printing.hpp"
#include "route_list.hpp"
#include "setting_list.hpp"
#include "tenon/composition/implementation.hpp"
#include "tenon/json/schema.hpp"
#include "tenon/lifecycle/standard_streams.hpp"
#include "tenon/reflect/type_of.hpp"
#include "tenon/run.hpp"
#include "tenon/word/boot.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/log.hpp"
#include "tenon/word/manifest.hpp"

namespace tenon_commands {

// What a program says of itself: its name is that of the file it was started as.
[[nodiscard]] program program_of(const char* started_as, std::span<const tenon::extension_facts> extensions);

// One line each, with a count; returns the exit code that goes with them.
int report(const program& self, const std::vector<tenon::finding>& findings);
int report(const program& self, const std::exception& problem);
// The exit code of a command that has come to its end with that one: what it printed has to have got somewhere.
[[nodiscard]] int when_written(const program& self, int exit_code);
// Where a program runs, what is said for starting one is not heard.
void warn_of_options(const program& self, const command_line& line, const std::string& directory);
// For a program that runs for one command alone, where only trouble is news.
extern const tenon::log_sink only_warnings;
// About a stored change that does not fit any more.
[[nodiscard]] std::string left_out(const tenon::finding& stored);
// Whose settings are not those of the config file and the environment, for whoever looks there for a reason.
[[nodiscard]] std::string stored_changes(const std::vector<std::string>& extensions);
// "extension_impl is local 1.0.0"
[[nodiscard]] std::string behind_the_alias(std::span<const tenon::extension_facts> extensions);
[[nodiscard]] std::string version_line(const program& self, std::span<const tenon::extension_facts> extensions);

// Tells the console of the program that runs on that directory, and prints what it says.
int tell(const program& self, const std::string& directory, const std::vector<std::string>& words);
// Does so line by line, until the input ends or somebody types `exit`. The exit code is that of the last line.
int converse(const program& self, const std::string& directory);

template <class App>
int serve(const program& self, const command_line& line) {
  // Whoever reads the log may be gone before the app is there, and is no reason to end without a word.
  std::signal(SIGPIPE, SIG_IGN);
  // Held until the app is gone.
  const data_directory data(choose_data_directory(line.data_dir, self.name));
  auto configured = read_configuration<App>(line, data.path());
  if (!configured.findings.empty()) return report(self, configured.findings);
  const tenon::log log(self.name, configured.environment.log_sink);
  log.info(behind_the_alias(App::extensions()));
  log.info("data directory " + data.path());
  if (const std::vector<std::string> changed = configured.store->changed(); !changed.empty())
    log.info(stored_changes(changed));
  for (const tenon::finding& one : configured.warnings) log.warn(left_out(one));
  for (const tenon::finding& one : configured.store->take_up_trials()) log.warn(to_string(one));
  for (const std::string& one : configured.remarks) log.warn(one);
  return tenon::run<App>(std::move(configured.environment), std::move(configured.settings));
}

template <class App>
constexpr bool has_extension(std::string_view name) {
  for (const tenon::extension_facts& one : App::extensions())
    if (one.manifest.name == name) return true;
  return false;
}

// Starts it for `f(directory)` alone, without its network door, and stops it again.
template <class App, class F>
int with_own(const program& self, command_line line, const data_directory& data, F f) {
  if (has_extension<App>("http")) line.assignments.emplace_back("http.listen=false");
  auto configured = read_configuration<App>(line, data.path());
  if (!configured.findings.empty()) return report(self, configured.findings);
  configured.environment.log_sink = only_warnings;
  App app{std::move(configured.environment), std::move(configured.settings)};
  return app.start() ? f(data.path()) : 1;
}

template <class App>
void must_have_console() {
  if (!has_extension<App>("console"))
    throw tenon::error(tenon::error_type::server_misconfigured,
                       "this program has no console. Add console to its TENON_EXTENSIONS");
}

// Does `f(directory)` while a program runs on the data directory: the one that does, or this one.
template <class App, class F>
int with_program(const program& self, const command_line& line, F f) {
  const std::string directory = choose_data_directory(line.data_dir, self.name);
  must_have_console<App>();
  constexpr int most_tries = 100;
  for (int tries = 0;; ++tries) {
    bool reached = false;
    try {
      if (const std::unique_ptr<data_directory> own = hold_or_await_console(directory, reached))
        return with_own<App>(self, line, *own, f);
      if (tries == 0) warn_of_options(self, line, directory);
      return f(directory);
    } catch (const console_has_ended&) {
      if (tries == most_tries) throw;
    } catch (const console_unreachable&) {  // it was there a moment ago
      if (!reached || tries == most_tries) throw;
    }
  }
}

// To the program that runs alone: one that is started for it would have nobody to hear it.
template <class App>
int emit(const program& self, const command_line& line) {
  const std::string directory = choose_data_directory(line.data_dir, self.name);
  must_have_console<App>();
  await_console(directory);
  return tell(self, directory, line.words);
}

template <class App>
int check(const program& self, const command_line& line) {
  const std::string path = choose_data_directory(line.data_dir, self.name);
  auto configured = read_configuration<App>(line, path);
  if (std::string problem = data_directory_problem(path); !problem.empty())
    configured.findings.push_back({.source = {}, .pointer = {}, .message = std::move(problem)});
  for (const tenon::finding& one : configured.warnings) print(self.name + ": " + left_out(one) + '\n');
  for (const std::string& one : configured.remarks) print(self.name + ": " + one + '\n');
  if (!configured.findings.empty()) return report(self, configured.findings);
  print(self.name + ": the configuration is good.\n");
  return 0;
}

// What `list` prints, from the tables that the compiler made: nothing is started, and nothing is read.
template <class App>
std::string listed(const command_line& line) {
  switch (line.listing) {
    case listing::extensions:
      return line.json ? extension_json(App::extensions()) : extension_table(App::extensions());
    case listing::exports:
      return line.json ? export_json(App::extensions()) : export_table(App::extensions());
    case listing::events:
      return line.json ? event_json(App::events(), App::extensions()) : event_table(App::events(), App::extensions());
    case listing::listeners:
      return line.json ? listener_json(App::events(), App::extensions())
                       : listener_table(App::events(), App::extensions());
    case listing::drivers:
      return line.json ? driver_json(App::drivers()) : driver_table(App::drivers());
    case listing::functions:
      return line.json ? function_json(App::functions()) : function_table(App::functions());
    case listing::routes:
      return line.json ? route_json(App::routes()) : route_table(App::routes());
    case listing::settings:
      break;
  }
  std::vector<listed_setting> settings;
  auto defaults = defaults_of<App>(line);
  defaults.each([&]<class Extension>(std::type_identity<Extension>, bool, typename Extension::settings& own) {
    add_settings(settings, Extension::manifest.name, tenon::reflect::described<typename Extension::settings>, &own);
  });
  return line.json ? setting_json(settings) : setting_table(settings);
}

// What a config file may say. The implementation answers to its own name and to that of the alias.
template <class App>
std::string config_schema(const program& self, const command_line& line) {
  std::vector<tenon::json::schema_member> members;
  auto defaults = defaults_of<App>(line);
  defaults.each(
      [&]<class Extension>(std::type_identity<Extension>, bool implementation, typename Extension::settings& own) {
        const tenon::reflect::slot place = tenon::reflect::described<typename Extension::settings>;
        members.push_back({std::string(Extension::manifest.name), place, &own});
        if (implementation) members.push_back({std::string(tenon::alias_name), place, &own});
      });
  return tenon::json::schema(self.name, members);
}

template <class App>
int do_command(const program& self, const command_line& line) {
  switch (line.command) {
    case command::serve:
      return serve<App>(self, line);
    case command::check:
      return check<App>(self, line);
    case command::version:
      print(version_line(self, App::extensions()) + '\n');
      return 0;
    case command::list:
      print(listed<App>(line));
      return 0;
    case command::schema:
      print(config_schema<App>(self, line));
      return 0;
    case command::emit:
      return emit<App>(self, line);
    case command::exec:
      return with_program<App>(self, line,
                               [&](const std::string& directory) { return tell(self, directory, line.words); });
    case command::console:
      return with_program<App>(self, line, [&](const std::string& directory) { return converse(self, directory); });
    case command::graph:
      print(line.json ? graph_json(App::events(), App::extensions()) : graph_dot(App::events(), App::extensions()));
      return 0;
  }
  return 2;
}

}  // namespace tenon_commands

struct commands {
  static constexpr auto manifest =
      tenon::manifest{.name = "commands", .version = "1.0.0", .doc = "The program's command line.", .core = true};

  struct settings {
    tenon_commands::log_options log{};
  };
  [[nodiscard]] static std::vector<std::string> check(const settings& given, const tenon::environment&) {
    return tenon_commands::contradictions(given.log);
  }
  void on_settings(auto& ctx) {
    if (auto* output = tenon_commands::log_output::behind(ctx.environment().log_sink))
      output->follow(ctx.settings().log);
  }

  // `int main(int argc, char** argv) { return commands::main<tenon::composition>(argc, argv); }`
  // Exit codes: 0 good, 1 findings or failure, 2 usage, 3 the program that runs is not reached.
  // `own` are settings that this program has instead of the defaults, as in `{"http.body_limit=33MiB"}`: whatever else
  // says something goes before them.
  template <class App>
  static int main(int argc, const char* const* argv, std::initializer_list<std::string_view> own = {}) {
    using namespace tenon_commands;
    tenon::hold_standard_streams();
    const program self = program_of(argc > 0 ? argv[0] : "", App::extensions());
    parsed words = parse(self, argc, argv);
    if (!words.line) return when_written(self, words.exit_code);
    words.line->own.assign(own.begin(), own.end());
    try {
      return when_written(self, do_command<App>(self, *words.line));
    } catch (const std::exception& problem) {
      return report(self, problem);
    }
  }
};
