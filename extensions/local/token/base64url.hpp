// Base64 with the alphabet of RFC 4648 section 5 and without padding, as tokens and keys are written.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tenon_local {

[[nodiscard]] std::string to_base64url(std::string_view bytes);

// Strict: one text for one sequence of bytes, so padding, foreign characters, an impossible length and bits left over
// at the end give nothing.
[[nodiscard]] std::optional<std::string> base64url_from(std::string_view text);

}  // namespace tenon_local
