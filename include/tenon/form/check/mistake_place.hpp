// Where in a schema the mistake is for which it cannot be used.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tenon/form/plan/form_init_data.hpp"
#include "tenon/json/tree.hpp"

namespace tenon::form {

// The pointer of the innermost schema that is refused for the same reason, `why`; of the whole where no other is. It is
// found by trying halves: those who refuse do not say it. Time grows with the schema and its depth.
[[nodiscard]] std::string place_of_mistake(const json::node& schema, const std::optional<extension_data>& brought,
                                           std::string_view why);

}  // namespace tenon::form
