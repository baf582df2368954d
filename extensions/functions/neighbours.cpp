#include "neighbours.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "tenon/web/error_body.hpp"
#include "tenon/web/failure.hpp"
#include "tenon/web/limiting.hpp"
#include "tenon/web/mount.hpp"
#include "tenon/word/method.hpp"
#include "tenon/word/query.hpp"

namespace tenon_functions {

namespace {

bool matches(const tenon::web::route_row& row, std::string_view path) {
  for (const tenon::web::segment& one : row.segments) {
    if (one.kind == tenon::web::segment_kind::rest) return !path.empty();
    if (path.size() < 2) return false;  // nothing is left, or a slash at the end
    path.remove_prefix(1);
    const std::string_view here = path.substr(0, path.find('/'));
    const bool is_literal = one.kind == tenon::web::segment_kind::literal;
    if (here.empty() || (is_literal && tenon::percent_decoded(here) != one.text)) return false;
    path.remove_prefix(here.size());
  }
  return path.empty();
}

constexpr std::size_t place_of(tenon::method one) { return static_cast<std::size_t>(one); }

}  // namespace

neighbours::neighbours(std::span<const tenon::web::route_row> routes, std::string_view self) {
  for (const tenon::web::route_row& row : routes) {
    if (row.extension == self || row.segments.empty()) continue;
    const auto& first = row.segments.front();
    if (first.kind == tenon::web::segment_kind::literal && first.text == "api") routes_.push_back(&row);
  }
}

std::string neighbours::methods_at(const tenon::request& from) const {
  std::array<bool, tenon::method_count> answered{};
  const auto is_there = [&from](const tenon::web::route_row& row) {
    return row.terms.subdomain.empty() || tenon::web::is_for_subdomain(from, row.terms.subdomain);
  };
  for (const tenon::web::route_row* row : routes_)
    if (row->method != tenon::method::other && matches(*row, from.path) && is_there(*row))
      answered[place_of(row->method)] = true;
  std::string allow;
  if (std::find(answered.begin(), answered.end(), true) == answered.end()) return allow;
  if (answered[place_of(tenon::method::get)]) answered[place_of(tenon::method::head)] = true;
  answered[place_of(tenon::method::options)] = true;
  for (std::size_t i = 0; i < answered.size(); ++i)
    if (answered[i]) allow.append(allow.empty() ? "" : ", ").append(tenon::method_names[i]);
  return allow;
}

tenon::response wrong_method(const tenon::request& request, std::string allow) {
  const std::string message = std::string(request.method_name).append(" is not supported for this endpoint");
  return tenon::web::uncached(tenon::response::json(tenon::web::refusal_body("Method Not Allowed", message), 405))
      .with("Allow", std::move(allow));
}

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
