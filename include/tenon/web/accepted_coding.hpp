// Whether a client takes a body that is coded (RFC 9110 section 12.5.3).
#pragma once

#include <cstddef>
#include <string_view>

#include "tenon/word/request.hpp"
#include "tenon/word/without_space.hpp"

namespace tenon::web {

// `q=0`, `q=0.`, `q=0.000`
[[nodiscard]] inline bool weighs_nothing(std::string_view parameter) {
  return parameter.size() > 2 && same_field_name(parameter.substr(0, 2), "q=") &&
         parameter.find_first_not_of("0.", 2) == std::string_view::npos;
}

// `field` is an Accept-Encoding header: names, each with a weight or not, separated by commas. `*` stands for those
// that are not named; a weight of 0 is a no.
[[nodiscard]] inline bool accepts_coding(std::string_view field, std::string_view coding) {
  bool any = false;
  while (!field.empty()) {
    const std::size_t comma = field.find(',');
    const std::string_view one = field.substr(0, comma);
    field.remove_prefix(comma == std::string_view::npos ? field.size() : comma + 1);
    const std::size_t semicolon = one.find(';');
    const std::string_view name = without_space(one.substr(0, semicolon));
    const bool no = semicolon != std::string_view::npos && weighs_nothing(without_space(one.substr(semicolon + 1)));
    if (same_field_name(name, coding)) return !no;
    if (name == "*") any = !no;
  }
  return any;
}

}  // namespace tenon::web
