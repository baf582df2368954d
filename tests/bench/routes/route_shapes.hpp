// Routes as programs have them, as many as are wanted: each ten are about one thing of a shop or an office, and share
// their beginning with those about its neighbours.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bench {

struct route_shape {
  std::string_view method;  // as tenon::method and the names of route types spell it
  std::string_view behind;  // of the pattern, what stands behind the thing
  std::string_view asked;   // and of a path that it matches
};
inline constexpr route_shape route_shapes[]{{"get", "", ""},
                                            {"post", "", ""},
                                            {"get", "/{id}", "/48213"},
                                            {"put", "/{id}", "/7"},
                                            {"delete_", "/{id}", "/c0ffee-0042"},
                                            {"get", "/export", "/export"},
                                            {"get", "/{id}/lines", "/48213/lines"},
                                            {"get", "/{id}/lines/{line}", "/48213/lines/3"},
                                            {"get", "/reports/by-month", "/reports/by-month"},
                                            {"get", "/{id}/files/{path...}", "/48213/files/2026/11/scan.pdf"}};
inline constexpr std::size_t shape_count = std::size(route_shapes);

// `/api/billing/late-invoices`: a thousand of them differ.
[[nodiscard]] inline std::string thing_of_route(std::size_t thing) {
  constexpr std::string_view areas[]{"shop", "billing", "office", "people",     "stock",
                                     "mail", "support", "travel", "accounting", "administration"};
  constexpr std::string_view kinds[]{"open", "late", "new",    "old",    "draft",
                                     "paid", "lost", "shared", "closed", "archived"};
  constexpr std::string_view nouns[]{"orders", "invoices", "notes",     "items",   "contacts",
                                     "trips",  "messages", "contracts", "tickets", "reservations"};
  return std::string("/api/")
      .append(areas[thing / 100 % 10])
      .append("/")
      .append(kinds[thing / 10 % 10])
      .append("-")
      .append(nouns[thing % 10]);
}
[[nodiscard]] inline std::string pattern_of_route(std::size_t route) {
  return thing_of_route(route / shape_count).append(route_shapes[route % shape_count].behind);
}
[[nodiscard]] inline std::string path_of_route(std::size_t route) {
  return thing_of_route(route / shape_count).append(route_shapes[route % shape_count].asked);
}

}  // namespace bench
