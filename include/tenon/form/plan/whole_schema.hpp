// The schema that data of a form are held to: its own, and what comes to it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "tenon/form/plan/form_init_data.hpp"
#include "tenon/json/tree.hpp"

namespace tenon::form {

// Adds the name of each definition that a `$ref` in there leads to, as often as one does.
void collect_references(const json::node& in, std::vector<std::string>& to);

// The schema as JSON, with those definitions of the bundle that it refers to, by way of others too, and has not itself.
[[nodiscard]] std::string with_definitions(const json::node& schema, const std::optional<extension_data>& brought);

// The same held to other schemas as well, each as JSON.
[[nodiscard]] std::string held_to(const json::node& schema, std::span<const std::string> others);

}  // namespace tenon::form
