// Who may, as an OpenAPI document says it.
#pragma once

#include <string>

#include "tenon/call/function_row.hpp"
#include "tenon/web/route_row.hpp"

namespace tenon_operations {

struct described_access {
  // A JSON list of security requirements, one of which is enough; empty: whoever comes may. Behind `bearer` stand the
  // role and the scopes that it takes.
  std::string security{};
  std::string sentences{};  // the same and what else holds, for people; may be empty
};
[[nodiscard]] described_access access_to(const tenon::call::function_row& function);
[[nodiscard]] described_access access_to(const tenon::web::route_row& route);

}  // namespace tenon_operations
