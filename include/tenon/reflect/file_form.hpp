// Files as text: data: URLs, as RFC 2397 has them.
#pragma once

#include <string>
#include <string_view>

#include "tenon/reflect/text_form.hpp"
#include "tenon/word/file.hpp"

namespace tenon::reflect {

// Without the name, for which such a text has no place.
[[nodiscard]] std::string print_file(const file& value);
[[nodiscard]] bool parse_file(std::string_view text, file& value);
// For a Content-Type of one's own: nothing in it ends a line.
[[nodiscard]] bool is_media_type(std::string_view text);

template <>
struct text_form<file> {
  static constexpr std::string_view expected = "a file", example = "data:text/plain;base64,SGVsbG8=";
  static std::string print(const file& value) { return print_file(value); }
  static bool parse(std::string_view text, file& value) { return parse_file(text, value); }
};

}  // namespace tenon::reflect
