// Whether what a schema says leaves a value that keeps to all of it.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "tenon/json/tree.hpp"

namespace tenon::form {

struct bounds {
  std::string_view least, most;
  bool may_be_equal = true;
};
inline constexpr std::array all_bounds{
    bounds{"minimum", "maximum"},
    bounds{"exclusiveMinimum", "maximum", false},
    bounds{"minimum", "exclusiveMaximum", false},
    bounds{"exclusiveMinimum", "exclusiveMaximum", false},
    bounds{"minLength", "maxLength"},
    bounds{"minItems", "maxItems"},
    bounds{"minProperties", "maxProperties"},
    bounds{"minContains", "maxContains"},
};

struct no_answer {
  std::string_view keyword;  // at which it shows
  std::string why;
};

// Of numbers between bounds that are not upside down, none is whole, or a multiple as is wanted.
[[nodiscard]] std::optional<no_answer> no_number_left(const json::node& schema);

// What `const`, `enum`, and a `oneOf` or `anyOf` of constants allow in all of these schemas, of that type; null is what
// some write for no answer.
[[nodiscard]] std::optional<no_answer> no_choice_left(std::span<const json::node> schemas,
                                                      const std::optional<json::node>& type);

}  // namespace tenon::form
