// Floating point numbers as text, without the tables of std::to_chars: they would be a fifth of a small static program.
#pragma once

#include <string>
#include <string_view>

namespace tenon::reflect {

// The shortest decimal text that reads back as the same number. For numbers that are finite.
[[nodiscard]] std::string print_real(double value);
// As JSON writes numbers. False: it is not one, or beyond the range, and the value is as before.
[[nodiscard]] bool parse_real(std::string_view text, double& value);

}  // namespace tenon::reflect
