// The paths under /api that are somebody else's. This door answers every method at every path of two segments there, so
// it is what hears of a wrong method at one of theirs.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "tenon/web/route_row.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"

namespace tenon_functions {

// Whether another extension than `self` has a route of that form at all.
[[nodiscard]] bool has_neighbours(std::span<const tenon::web::route_row> routes, std::string_view self);

// The methods, as `Allow` lists them, that another extension than `self` answers at the path of the request; empty
// where none does.
[[nodiscard]] std::string methods_of_a_neighbour(std::span<const tenon::web::route_row> routes, std::string_view self,
                                                 const tenon::request& request);

// Whether an extension that answers below its own name has the one that `path` begins with, as in `hello/notes/7`.
[[nodiscard]] bool is_mounted(std::span<const tenon::web::route_row> routes, std::string_view path);

// 405 at the path of somebody who answers `allow`, as the framework would have said it.
[[nodiscard]] tenon::response wrong_method(const tenon::request& request, std::string allow);

}  // namespace tenon_functions
