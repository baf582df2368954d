// The formats of JSON Schema, truly checked.
#pragma once

#include <string_view>

namespace tenon::form {

// Whether there is something to check: of other formats every text is one.
[[nodiscard]] bool is_checked_format(std::string_view format);

// Empty where the text has that format; else a sentence for whoever typed it: "This is not an email address."
[[nodiscard]] std::string_view format_fault(std::string_view format, std::string_view text);

}  // namespace tenon::form
