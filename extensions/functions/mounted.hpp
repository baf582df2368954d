// Whose mount a path below the project leads to.
#pragma once

#include <span>
#include <string_view>

#include "tenon/web/route_row.hpp"

namespace tenon_functions {

// The extension that answers at or below its own name, which `path` begins with, as in `hello/notes/7`; empty: there is
// none.
[[nodiscard]] std::string_view mounted_at(std::span<const tenon::web::route_row> routes, std::string_view path);

}  // namespace tenon_functions
