// The OpenAPI 3.1 document of a program, from the tables that the compiler made.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "tenon/call/function_row.hpp"
#include "tenon/web/route_row.hpp"

namespace tenon_operations {

// Functions stand at /api/PROJECT/EXTENSION::NAME, with the schemas of their arguments and results; beside them every
// route, of which no more is known than its path.
[[nodiscard]] std::string openapi_document(std::span<const tenon::call::function_row> functions,
                                           std::span<const tenon::web::route_row> routes, std::string_view project);

}  // namespace tenon_operations
