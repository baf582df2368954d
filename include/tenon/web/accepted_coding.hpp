// Whether a client takes a body that is coded (RFC 9110 section 12.5.3).
#pragma once

#include <cstddef>
#include <string_view>

#include "tenon/word/request.hpp"

namespace tenon::web {

// `field` is an Accept-Encoding header: names, each with a weight or not, separated by commas. `*` stands for those
// that are not named; a weight of 0 is a no.
[[nodiscard]] inline bool accepts_coding(std::string_view field, std::string_view coding) {
  const auto trimmed = [](std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
  };
  bool any = false;
  while (!field.empty()) {
    const std::size_t comma = field.find(',');
    const std::string_view one = field.substr(0, comma);
    field.remove_prefix(comma == std::string_view::npos ? field.size() : comma + 1);
    const std::size_t semicolon = one.find(';');
    const std::string_view name = trimmed(one.substr(0, semicolon));
    std::string_view weight = semicolon == std::string_view::npos ? "" : trimmed(one.substr(semicolon + 1));
    // `q=0`, `q=0.`, `q=0.000`
    const bool no = weight.size() > 2 && same_field_name(weight.substr(0, 2), "q=") &&
                    weight.find_first_not_of("0.", 2) == std::string_view::npos;
    if (same_field_name(name, coding)) return !no;
    if (name == "*") any = !no;
  }
  return any;
}

}  // namespace tenon::web
