// A change of settings whose refusal is an answer, for doors that clients change settings by.
#pragma once

#include "tenon/settings/store.hpp"

namespace tenon::settings {

// `accepted(store.change(...))`: throws a tenon::error that has every finding, if it was refused.
[[nodiscard]] update accepted(update made);

}  // namespace tenon::settings
