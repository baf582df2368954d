// A reference because of which a form would ask without end.
#pragma once

#include <optional>
#include <string>

#include "tenon/form/schema/schema_fault.hpp"
#include "tenon/json/tree.hpp"

namespace tenon::form {

struct endless_reference {
  std::string pointer{};  // to the `$ref`, in the schema of the form
  std::string ref{};
};

// The first that leads to a schema in which it stands itself, by way of definitions that `brought` knows too.
[[nodiscard]] std::optional<endless_reference> find_endless_reference(const json::node& schema,
                                                                      const definition_finder& brought);

}  // namespace tenon::form
