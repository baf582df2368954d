// The paths under /api that are somebody else's. This door answers every method at every path of two segments there, so
// it is what hears of a wrong method at one of theirs.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "tenon/web/route_row.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"

namespace tenon_functions {

// Where another extension than `self` has a route at that path: 405, as the framework would have said it.
[[nodiscard]] std::optional<tenon::response> wrong_method_at_a_neighbour(std::span<const tenon::web::route_row> routes,
                                                                         std::string_view self,
                                                                         const tenon::request& request);

}  // namespace tenon_functions
