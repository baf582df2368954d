// What JSON Schema calls the type of a value.
#pragma once

#include "tenon/json/tree.hpp"

namespace tenon::form {

// `type` as it stands behind that keyword: a text, or a list of them. Of none every value is.
[[nodiscard]] bool is_of_type(const json::node& value, const json::node& type);

}  // namespace tenon::form
