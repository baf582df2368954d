#include "tenon/reflect/real_text.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace tenon::reflect {

std::string print_real(double value) {
  std::array<char, 40> text{};
  for (int digits = 15; digits <= 17; ++digits) {
    std::snprintf(text.data(), text.size(), "%.*g", digits, value);
    if (std::strtod(text.data(), nullptr) == value) break;
  }
  return text.data();
}

bool parse_real(std::string_view text, double& value) {
  // strtod alone would take blanks, hexadecimal digits, "inf" and "nan".
  if (text.empty() || text.find_first_not_of("0123456789+-.eE") != std::string_view::npos) return false;
  const std::string ended(text);
  char* end = nullptr;
  const double read = std::strtod(ended.c_str(), &end);
  if (end != ended.c_str() + ended.size() || !std::isfinite(read)) return false;
  value = read;
  return true;
}

}  // namespace tenon::reflect
