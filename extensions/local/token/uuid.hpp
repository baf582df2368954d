// UUIDs of RFC 9562, in lower case.
#pragma once

#include <string>
#include <string_view>

#include "tenon/word/api_key.hpp"

namespace tenon_local {

// Version 7: the time in milliseconds, then 74 bits from the system's generator for keys. Throws tenon::error unknown
// when that has none to give.
[[nodiscard]] std::string make_uuid_v7(tenon::timestamp now);

// Version 5 in the nil namespace: the same name gives the same id.
[[nodiscard]] std::string uuid_v5(std::string_view name);

// Eight, four, four, four and twelve hexadecimal digits in lower case.
[[nodiscard]] bool is_uuid(std::string_view text);

}  // namespace tenon_local
