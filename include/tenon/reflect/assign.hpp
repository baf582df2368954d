// Putting a value where a slot is, inside the limits of its type and the range of its words.
#pragma once

#include <cstdint>
#include <string_view>

#include "tenon/reflect/type.hpp"

namespace tenon::reflect {

// What was not set is as it was before.
enum class outcome : std::uint8_t { set, unlike, beyond_type, out_of_range };

// Each is for the kind of the same name; any other kind is `unlike`. A whole number goes into a natural and a real too.
[[nodiscard]] outcome put_boolean(const slot& place, void* to, bool value);
[[nodiscard]] outcome put_whole(const slot& place, void* to, std::int64_t value);
[[nodiscard]] outcome put_natural(const slot& place, void* to, std::uint64_t value);
[[nodiscard]] outcome put_real(const slot& place, void* to, double value);
// For text, and by their text for enumeration and formed.
[[nodiscard]] outcome put_text(const slot& place, void* to, std::string_view value);

}  // namespace tenon::reflect
