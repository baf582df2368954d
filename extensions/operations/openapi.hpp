// The OpenAPI 3.1 document of a program, from the tables that the compiler made.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "tenon/call/driver_row.hpp"
#include "tenon/call/function_row.hpp"
#include "tenon/web/route_row.hpp"

namespace tenon_operations {

struct described_program {
  std::span<const tenon::call::function_row> functions{};
  std::span<const tenon::call::driver_row> drivers{};
  std::span<const tenon::web::route_row> routes{};
  std::string_view project{};
};

// Functions stand at /api/PROJECT/EXTENSION::NAME and the methods of drivers at /drivers/call, where that is a route,
// with the schemas of their arguments and results; beside them every route, of which no more is known than its path and
// its options. Each says who may.
[[nodiscard]] std::string openapi_document(const described_program& program);

}  // namespace tenon_operations
