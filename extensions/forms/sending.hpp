// By what a form that comes again is known.
#pragma once

#include <string>
#include <string_view>

namespace tenon_forms {

// By which whoever sends a form, and has had no answer, may send it again.
inline constexpr std::string_view key_header = "Idempotency-Key";

// 1 to 64 letters, digits, `-` or `_`.
[[nodiscard]] bool is_key(std::string_view text) noexcept;

// Of a key, of who sends it (empty where nobody is known) and of all that is sent: another one is never taken for it,
// whatever keys people make up. 64 hexadecimal digits.
[[nodiscard]] std::string sending_of(std::string_view key, std::string_view actor, std::string_view body);

}  // namespace tenon_forms
