// Values to JSON, for those who have a type as data. Most people want to_text.hpp.
#pragma once

#include <string>
#include <string_view>

#include "tenon/json/wire.hpp"
#include "tenon/reflect/type.hpp"

namespace tenon::json {

// Appends. Bytes that are not UTF-8 become U+FFFD; numbers that are not finite, and points in time that have no text,
// become null. A secret is written as "***".
void write(const reflect::slot& place, const void* value, const wire& how, std::string& to);

[[nodiscard]] std::string written(const reflect::slot& place, const void* value, const wire& how);

}  // namespace tenon::json
