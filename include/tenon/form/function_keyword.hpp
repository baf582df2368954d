// The keywords of a schema that call a function: `x-validate`, `x-computed` and `x-dynamicEnum`.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tenon/json/tree.hpp"

namespace tenon::form {

inline constexpr std::string_view validate_keyword = "x-validate", computed_keyword = "x-computed",
                                  dynamic_enum_keyword = "x-dynamicEnum";
inline constexpr std::array function_keywords{validate_keyword, computed_keyword, dynamic_enum_keyword};

// {"function": "<name>", "params": {...}}, and of x-validate a "message". Texts among the parameters may have places
// (value_template.hpp). Lives as long as the schema.
struct function_use {
  std::string_view keyword{}, function{}, message{};
  std::vector<std::pair<std::string_view, json::node>> parameters{};
  std::vector<std::string> places{};  // JSON pointers into the data, each once
};

struct use_problem {
  json::node about;
  std::string pointer{};  // from the keyword's value
  std::string message{}, advice{};
};

// None, and at least one problem: what stands behind the keyword is no use of a function.
[[nodiscard]] std::optional<function_use> read_function_use(std::string_view keyword, const json::node& value,
                                                            std::vector<use_problem>& wrong);

}  // namespace tenon::form
