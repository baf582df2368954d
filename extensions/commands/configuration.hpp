// From a command line and the environment to what an app is made with.
#pragma once

#include <unistd.h>

#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "command_line.hpp"
#include "log_output.hpp"
#include "tenon/composition/implementation.hpp"
#include "tenon/concepts/checks_settings.hpp"
#include "tenon/concepts/remarks_on_settings.hpp"
#include "tenon/lifecycle/console_log.hpp"
#include "tenon/reflect/type.hpp"
#include "tenon/reflect/type_of.hpp"
#include "tenon/settings/file_store.hpp"
#include "tenon/settings/read.hpp"
#include "tenon/settings/read_all.hpp"
#include "tenon/settings/sources.hpp"
#include "tenon/word/boot.hpp"
#include "tenon/word/finding.hpp"

namespace tenon_commands {

// Every source that there is, in their order: the program itself, config file, EXTENSION_CONFIG, environment, --set.
[[nodiscard]] tenon::settings::sources all_sources(const command_line& line,
                                                   std::vector<tenon::settings::known_extension> extensions,
                                                   std::vector<tenon::finding>& findings);
// The first of them alone: what the program says.
void add_own(tenon::settings::sources& to, const command_line& line, std::vector<tenon::finding>& findings);
// AUTH_ISSUER without its trailing slashes, else the local issuer as clients on this machine reach it. Empty where that
// cannot be known: the port is 0, which the system replaces by another one after every issuer was told.
[[nodiscard]] std::string auth_issuer(int port);
// TENON_STEADY_STATE_DELAY, as in 30s or 1min30s; else what an environment has by itself.
[[nodiscard]] std::chrono::nanoseconds steady_state_delay(std::vector<tenon::finding>& findings);
// A sentence for each variable that says nothing, and would set one of these if it had two underscores where it has
// one: TENON_HTTP_PORT. Such as a program reads for itself are none of them.
void remark_on_underscores(const char* const* variables, std::string_view extension, const tenon::reflect::slot& place,
                           std::vector<std::string>& remarks);

template <class App>
struct configuration {
  typename App::settings_type settings{};
  tenon::environment environment{};
  std::vector<tenon::finding> findings{};  // every mistake of every source, at once; empty: the app can be made
  std::vector<tenon::finding> warnings{};  // of stored changes that are left out
  std::vector<std::string> remarks{};      // of what an extension starts without
  std::unique_ptr<log_output> log{};       // outlives the app; null where the composition has nobody to set it
  std::unique_ptr<tenon::settings::file_store> store{};  // of stored changes; outlives the app
};

// What an extension has to say of its settings. Where that is about stored changes, these are left out.
template <class Extension, class Configuration>
void check_settings(typename Extension::settings& settings, tenon::settings::sources& sources, Configuration& all) {
  std::vector<std::string> problems = Extension::check(settings, all.environment);
  if (problems.empty()) return;
  if (const std::size_t at = *sources.find(Extension::manifest.name); sources.says(tenon::settings::rank::stored, at)) {
    tenon::settings::sources others(sources);
    others.remove(tenon::settings::rank::stored, at);
    std::vector<tenon::finding> known;
    auto without = tenon::settings::read<typename Extension::settings>(Extension::manifest.name, others, known);
    if (Extension::check(without, all.environment).empty()) {
      settings = std::move(without);
      sources = std::move(others);
      all.store->leave_out(Extension::manifest.name, problems);
      for (std::string& problem : problems) all.warnings.push_back(all.store->about(Extension::manifest.name, problem));
      return;
    }
  }
  for (std::string& problem : problems)
    all.findings.push_back(
        {.source = std::string(Extension::manifest.name), .pointer = {}, .message = std::move(problem)});
}

template <class App>
[[nodiscard]] std::vector<tenon::settings::known_extension> known_extensions() {
  std::vector<tenon::settings::known_extension> out;
  for (const auto& one : App::extensions()) out.push_back({std::string(one.manifest.name), one.implementation});
  return out;
}

// What holds where nobody says anything but the program. Its mistakes are for `serve` and `check` to report.
template <class App>
[[nodiscard]] typename App::settings_type defaults_of(const command_line& line) {
  typename App::settings_type out{};
  std::vector<tenon::finding> ignored;
  tenon::settings::sources own(known_extensions<App>());
  add_own(own, line, ignored);
  tenon::settings::read_all(out, own, ignored);
  return out;
}

template <class App>
[[nodiscard]] configuration<App> read_configuration(const command_line& line, std::string data_dir) {
  configuration<App> out;
  tenon::settings::sources sources = all_sources(line, known_extensions<App>(), out.findings);
  out.store = std::make_unique<tenon::settings::file_store>(data_dir + "/settings.json");
  out.store->read_into(sources, out.findings);

  tenon::settings::read_all(out.settings, sources, out.findings);

  int port = 0;
  out.settings.each([&]<class Extension>(std::type_identity<Extension>, bool, typename Extension::settings& settings) {
    if constexpr (Extension::manifest.name == "commands" && requires { log_output(settings.log); })
      out.log = std::make_unique<log_output>(settings.log);
    if constexpr (Extension::manifest.name == "http" && requires { settings.listen, settings.port; })
      port = settings.listen ? static_cast<int>(settings.port) : 0;
  });
  sources.report_unread(out.findings);
  out.warnings = out.store->set_apart(out.findings);

  const char* extension_config = std::getenv("EXTENSION_CONFIG");
  out.environment = {.data_dir = std::move(data_dir),
                     .log_sink = out.log ? out.log->sink() : tenon::console_log,
                     .auth_issuer = auth_issuer(port),
                     .extension_config = extension_config == nullptr ? "{}" : extension_config,
                     .debug = line.debug,
                     .steady_state_delay = steady_state_delay(out.findings)};
  out.settings.each(
      [&]<class Extension>(std::type_identity<Extension>, bool implementation, typename Extension::settings&) {
        const tenon::reflect::slot place = tenon::reflect::described<typename Extension::settings>;
        remark_on_underscores(environ, Extension::manifest.name, place, out.remarks);
        if (implementation) remark_on_underscores(environ, tenon::alias_name, place, out.remarks);
      });
  // Also where a value could not be read and its default stands there: a sentence about that default is one too many,
  // but a sentence kept back would cost a second round.
  out.settings.each([&]<class Extension>(std::type_identity<Extension>, bool, typename Extension::settings& settings) {
    if constexpr (tenon::ChecksSettings<Extension>) check_settings<Extension>(settings, sources, out);
    if constexpr (tenon::RemarksOnSettings<Extension>)
      for (const std::string& one : Extension::remarks(settings, out.environment))
        out.remarks.push_back(std::string(Extension::manifest.name).append(": ").append(one));
  });
  out.environment.settings_store = out.store.get();
  out.store->keep(std::move(sources));
  return out;
}

}  // namespace tenon_commands
