// Texts as JSON has them: UTF-8, and quoted.
#pragma once

#include <string>
#include <string_view>

namespace tenon::json {

[[nodiscard]] bool is_utf8(std::string_view text);
// The same text, with U+FFFD for each byte that is none of UTF-8.
[[nodiscard]] std::string as_utf8(std::string_view text);

// A string literal of JSON, in which each byte that is none of UTF-8 is U+FFFD. Appends.
void write_string(std::string_view text, std::string& to);
[[nodiscard]] std::string quoted(std::string_view text);

}  // namespace tenon::json
