// Short texts of hexadecimal digits that stand for something else.
#pragma once

#include <string>
#include <string_view>

namespace tenon_forms {

// 64 digits.
[[nodiscard]] std::string sha256_of(std::string_view bytes);

// 32 digits that nobody has had before, and nobody could tell.
[[nodiscard]] std::string new_id();

}  // namespace tenon_forms
