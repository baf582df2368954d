// A schema that does not miss what nobody was asked.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "tenon/json/tree.hpp"

namespace tenon::form {

// The schema as JSON, with none of these names in what it requires of an object, wherever that is. Conditions stay as
// they are, and so do alternatives: what they demand is part of what they mean.
[[nodiscard]] std::string without_demands(const json::node& schema, const std::set<std::string, std::less<>>& names);

}  // namespace tenon::form
