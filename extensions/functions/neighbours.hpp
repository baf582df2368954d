// The paths under /api that are somebody else's. This door answers every method at every other path there, so it is
// what hears of a wrong method at one of theirs.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/web/route_row.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"

namespace tenon_functions {

// The routes of others that go before those of this door. Found once, because most programs have none.
class neighbours {
 public:
  neighbours() = default;
  // `self` is whose functions' door this is.
  neighbours(std::span<const tenon::web::route_row> routes, std::string_view self);

  // The methods, as `Allow` lists them, that they answer at the path of a request, for its host; empty where none does.
  [[nodiscard]] std::string methods_at(const tenon::request& from) const;

 private:
  std::vector<const tenon::web::route_row*> routes_;
};

// The extension that answers at or below its own name, which `path` begins with, as in `hello/notes/7`; empty: there is
// none.
[[nodiscard]] std::string_view mounted_at(std::span<const tenon::web::route_row> routes, std::string_view path);

// 405 at the path of somebody who answers `allow`, as the framework would have said it.
[[nodiscard]] tenon::response wrong_method(const tenon::request& request, std::string allow);

}  // namespace tenon_functions
