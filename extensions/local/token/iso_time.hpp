// Points in time as ISO 8601 text, in the one form that the database holds: 2025-08-14T12:30:00.000Z.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tenon/word/api_key.hpp"

namespace tenon_local {

// The last point that the form can hold: the end of the year 9999.
[[nodiscard]] tenon::timestamp last_iso_time();

// `time` from the year 0 to last_iso_time().
[[nodiscard]] std::string to_iso_time(tenon::timestamp time);

// Also takes it without the milliseconds. Anything else, and a day that no calendar has, gives nothing.
[[nodiscard]] std::optional<tenon::timestamp> iso_time_from(std::string_view text);

}  // namespace tenon_local
