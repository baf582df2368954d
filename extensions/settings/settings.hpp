// Settings over HTTP: an administrator reads them, and changes them while the program runs.
#pragma once

#include <string>

#include "answers.hpp"
#include "contract.hpp"
#include "tenon/settings/accepted.hpp"
#include "tenon/word/boot.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/manifest.hpp"
#include "tenon/word/passport.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"
#include "tenon/word/route.hpp"

// docs/settings.md has every answer. The type is not called `settings`, because that is what every extension calls its
// own.
struct settings_door {
  static constexpr auto manifest = tenon::manifest{.name = "settings",
                                                   .version = "1.0.0",
                                                   .doc = "Shows and changes settings, under /api/settings.",
                                                   .needs = {{"http"}, {"identity"}}};
  using exports = tenon_settings::store;

  // Who may is the same as for the functions extSettings and extSettingsUpdate. A change is written to a file before it
  // is answered.
  using administrators = tenon::requires_role<tenon::role::admin>;
  using reads = tenon::requires_scope<tenon::scope::read>;
  using executes = tenon::requires_scope<tenon::scope::execute>;
  using list = tenon::get<"/api/settings", tenon::blocking, administrators, reads>;
  using get = tenon::get<"/api/settings/{extension}", tenon::blocking, administrators, reads>;
  using change = tenon::patch<"/api/settings/{extension}", tenon::blocking, administrators, executes>;
  using routes = tenon::routes<list, get, change>;

  explicit settings_door(const tenon::boot<settings_door>& boot) : store_(store_of(boot.environment())) {}
  exports& exported() noexcept { return store_; }

  tenon::response handle(list, const tenon::request&) { return tenon_settings::all(store_); }
  tenon::response handle(get route, const tenon::request&) {
    return tenon_settings::one(store_, route.at<"extension">());
  }
  tenon::response handle(change route, const tenon::request& request, auto& ctx) {
    const std::string extension = route.template at<"extension">();
    const tenon::settings::update made = tenon::settings::accepted(store_.change(extension, request.body));
    ctx.log().info(
        std::string("settings of ").append(extension).append(" changed by ").append(request.passport->user.id));
    return tenon_settings::changed(store_, extension, made.restarting);
  }

 private:
  static exports& store_of(const tenon::environment& environment) {
    if (environment.settings_store != nullptr) return *environment.settings_store;
    throw tenon::error(tenon::error_type::server_misconfigured,
                       "settings: this program keeps no settings that can be changed. Leave the extension out, or run "
                       "the program by the extension commands.");
  }

  exports& store_;
};
