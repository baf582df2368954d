// What an extension's constructor may know: itself and where it may write, and nothing of the others.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "tenon/word/clock.hpp"
#include "tenon/word/fixed_string.hpp"
#include "tenon/word/log.hpp"

namespace tenon {

namespace settings {
class store;
}  // namespace settings

namespace diagnostic {
template <class Type, fixed_string... Sentence>
struct settings_not_available;
}  // namespace diagnostic

namespace detail {

// Returned where settings are asked for and there are none: it has no member `error`, so that is the one error, and the
// type that would have been returned stays unknown, so whatever is done with it is no second one.
template <class Extension>
using no_settings =
    diagnostic::settings_not_available<Extension, "asks for settings and has ", "none. Give it a public ",
                                       "struct settings, whose members", " are the keys, as in ",
                                       "struct settings { int port = ", "8080; };">;

}  // namespace detail

// The facts of one run that are the same for every extension. Made by the host before the app, and outlives it.
struct environment {
  std::string data_dir = ".";  // exists and is writable
  tenon::log_sink log_sink{};
  std::string auth_issuer{};            // see provider_env
  std::string extension_config = "{}";  // see provider_env
  bool debug = false;                   // answers carry the debug payload of errors
  // From the last on_ready to on_steady_state; between none and an hour, whatever stands here.
  std::chrono::nanoseconds steady_state_delay = std::chrono::seconds(10);
  // What changes settings while the program runs; none: nothing does.
  settings::store* settings_store = nullptr;
  // Has the program end, where it cannot go on: from any thread, without waiting for it. None: it goes on.
  void (*give_up)() = nullptr;
  tenon::clock* clock = nullptr;  // for delays and periods; none: the machine's steady clock
};

// `explicit greeter(const tenon::boot<greeter>& boot)`. It lives as long as the constructor runs, the environment and
// the settings as long as the app.
template <class Extension>
class boot {
 public:
  boot(const tenon::environment& environment, const void* settings) : environment_(environment), settings_(settings) {}

  [[nodiscard]] std::string_view name() const { return Extension::manifest.name; }
  [[nodiscard]] std::string_view version() const { return Extension::manifest.version; }
  [[nodiscard]] const tenon::environment& environment() const { return environment_; }
  [[nodiscard]] tenon::log log() const { return {name(), environment_.log_sink}; }
  // Deduced, because an extension is not complete yet where its constructor is declared.
  [[nodiscard]] const auto& settings() const {
    if constexpr (requires { typename Extension::settings; })
      return *static_cast<const typename Extension::settings*>(settings_);
    else
      return detail::no_settings<Extension>::error;
  }

 private:
  const tenon::environment& environment_;
  const void* settings_;
};

}  // namespace tenon
