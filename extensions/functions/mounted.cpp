#include "mounted.hpp"

#include <algorithm>

#include "tenon/web/mount.hpp"
#include "tenon/web/segment.hpp"

namespace tenon_functions {

std::string_view mounted_at(std::span<const tenon::web::route_row> routes, std::string_view path) {
  const std::string_view name = path.substr(0, path.find('/'));
  if (std::ranges::find(tenon::web::reserved_mounts, name) != tenon::web::reserved_mounts.end()) return {};
  for (const tenon::web::route_row& row : routes) {
    if (row.segments.empty() || row.extension != name) continue;
    const tenon::web::segment& first = row.segments.front();
    if (first.kind == tenon::web::segment_kind::literal && first.text == name) return row.extension;
  }
  return {};
}

}  // namespace tenon_functions
