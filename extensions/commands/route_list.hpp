// `list routes`: what the program serves, without anything having been started.
#pragma once

#include <span>
#include <string>

#include "tenon/web/route_row.hpp"

namespace tenon_commands {

[[nodiscard]] std::string route_table(std::span<const tenon::web::route_row> routes);
[[nodiscard]] std::string route_json(std::span<const tenon::web::route_row> routes);

}  // namespace tenon_commands
