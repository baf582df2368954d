// The words behind the number in a status line.
#pragma once

#include <string_view>

namespace tenon::http1 {

// Empty for a status without a registered phrase: a phrase may be empty, and nobody acts on it.
[[nodiscard]] std::string_view phrase_of(int status) noexcept;

}  // namespace tenon::http1
