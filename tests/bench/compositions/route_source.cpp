#include "compositions/route_source.hpp"

#include <fmt/format.h>

#include "routes/route_shapes.hpp"

namespace bench {

std::string source_of_routes(std::size_t routes, std::size_t extensions) {
  std::string text = "#include \"tenon/app.hpp\"\n#include \"tenon/extension.hpp\"\n", listed;
  const std::size_t each = routes / extensions;
  for (std::size_t e = 0; e < extensions; ++e) {
    text += fmt::format(R"(struct ext_{0} {{
  static constexpr auto manifest = tenon::manifest{{.name = "part{0}", .version = "1.0.0"}};
)",
                        e);
    std::string names;
    for (std::size_t i = 0; i < each; ++i) {
      const std::size_t route = e * each + i;
      text += fmt::format(R"(  using route_{0} = tenon::{1}<"{2}">;
  tenon::response handle(route_{0}, const tenon::request&) noexcept {{ return tenon::response::text("{0}"); }}
)",
                          route, route_shapes[route % shape_count].method, pattern_of_route(route));
      names += fmt::format("{}route_{}", i == 0 ? "" : ", ", route);
    }
    text += fmt::format("  using routes = tenon::routes<{}>;\n}};\n", names);
    listed += fmt::format(", ext_{}", e);
  }
  return text + fmt::format(R"(struct composition : tenon::basic_app<composition{}> {{ using basic_app::basic_app; }};
int main() {{
  composition app;
  if (!app.start()) return 1;
  tenon::exchange one;
  one.request.path = one.request.target = "{}";
  return app.door().handle(app.door().app, one) && one.response.body.view() == "{}" ? 0 : 1;
}}
)",
                            listed, path_of_route(routes - 1), routes - 1);
}

}  // namespace bench
