// The schema that data of a form are held to: its own, and what comes to it.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "tenon/form/plan/form_init_data.hpp"
#include "tenon/json/tree.hpp"

namespace tenon::form {

// The schema as JSON, with the definitions of the bundle that it has not itself.
[[nodiscard]] std::string with_definitions(const json::node& schema, const std::optional<extension_data>& brought);

// The same held to other schemas as well, each as JSON.
[[nodiscard]] std::string held_to(const json::node& schema, std::span<const std::string> others);

}  // namespace tenon::form
