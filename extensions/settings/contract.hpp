// What the settings extension exports: reading and changing the settings of every extension of the program.
#pragma once

#include "tenon/settings/store.hpp"

namespace tenon_settings {

// Import it as `ctx.import("settings"_ext)`. From any thread.
using store = tenon::settings::store;

}  // namespace tenon_settings
