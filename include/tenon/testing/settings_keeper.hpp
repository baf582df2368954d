// Lets a test change settings while the extension runs, as the extension `settings` does for an administrator.
#pragma once

#include "tenon/settings/store.hpp"
#include "tenon/word/boot.hpp"
#include "tenon/word/manifest.hpp"

namespace tenon::testing {

struct settings_keeper {
  static constexpr auto manifest =
      tenon::manifest{.name = "settings-keeper", .version = "1.0.0", .doc = "Keeps the settings of a test."};
  using exports = settings::store;

  explicit settings_keeper(const boot<settings_keeper>& boot) : store_(boot.environment().settings_store) {}
  exports& exported() noexcept { return *store_; }

 private:
  settings::store* store_;
};

}  // namespace tenon::testing
