// What stands in a sentence about a value that does not fit.
#pragma once

#include <string>
#include <string_view>

#include "tenon/reflect/type.hpp"

namespace tenon::reflect {

// "a whole number between 0 and 65535", "one of \"beta\" and \"stable\"", "a list".
// `all_limits` names the limits of a large integer too.
[[nodiscard]] std::string expected(const slot& place, bool all_limits = false);

// What to do: "Write a number, e.g. 8080." The example is the value that stands there now, where that one is a good
// one. `found` lets it guess what was meant. May be empty.
[[nodiscard]] std::string cure(const slot& place, const void* now, std::string_view found);

// Is the value that stands there inside the range that its words set? For a list, map or text: its length.
[[nodiscard]] bool in_range(const slot& place, const void* value);

// The whole sentence. `found` is a text as it was written, or a description such as "a list".
[[nodiscard]] std::string complaint(const slot& place, const void* now, std::string_view found,
                                    std::string_view meant = {}, bool all_limits = false);

// The text in quotes and cut to a length that a line bears; control characters become blanks. Of a secret nothing is
// shown.
[[nodiscard]] std::string quoted(const slot& place, std::string_view text);

}  // namespace tenon::reflect
