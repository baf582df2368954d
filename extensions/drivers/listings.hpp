// What can be called, as clients of the original have it listed.
#pragma once

#include <string>
#include <vector>

#include "driver_registry.hpp"
#include "grants.hpp"
#include "tenon/word/passport.hpp"
#include "usage.hpp"

namespace tenon_drivers {

// {"hello-world":{"description","methods":{"greet":{"description","parameters","result"}},"drivers":["no-frills"]}}
[[nodiscard]] std::string interface_list(const driver_registry& drivers);

// {"interfaces":{"hello-world":{"spec","implementors":{"no-frills":{}}}}}, of what `who` may call; for administrators
// {"services":[{"name","traits"}]} beside it.
[[nodiscard]] std::string module_list(const driver_registry& drivers, const grants& rights, const tenon::passport& who);

// {"user":[{"service":{...},"calls"}],"apps":{"paint":[the same]},"app_objects":{},"usages":[]}: nothing is known of an
// app but its name.
[[nodiscard]] std::string usage_list(const std::vector<usage::row>& rows);

}  // namespace tenon_drivers
