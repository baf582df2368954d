// One mistake for which a schema cannot be used.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "tenon/json/tree.hpp"

namespace tenon::form {

struct schema_fault {
  json::node about;
  std::string pointer{};     // to it: from the schema, or from a definition
  std::string definition{};  // the name of that, where it comes from elsewhere
  std::string message{}, advice{};
};

inline constexpr std::size_t most_schema_faults = 10'000;

// A definition that stands in no schema of a form, by its name.
using definition_finder = std::function<std::optional<json::node>(std::string_view name)>;

}  // namespace tenon::form
