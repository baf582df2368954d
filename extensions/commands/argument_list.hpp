// What a function, or a method of a driver, takes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tenon/call/function_row.hpp"
#include "tenon/reflect/type.hpp"
#include "tenon/word/raw_json.hpp"

namespace tenon_commands {

// What scripts read: members are added, never renamed.
struct listed_argument {
  std::string name, type;
  bool required = false;
  std::optional<tenon::json::raw> value{};  // the default; none: it is required, or absent unless given
  std::string doc;
};

// `with_defaults` is that of its row.
[[nodiscard]] std::vector<listed_argument> listed_arguments(
    const tenon::reflect::slot& arguments, decltype(tenon::call::function_row::with_defaults) with_defaults);

// `subject = "World", count?, size` for people.
[[nodiscard]] std::string shown(const std::vector<listed_argument>& arguments);

}  // namespace tenon_commands
