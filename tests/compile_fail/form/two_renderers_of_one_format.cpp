// expect in body: duplicate_renderer: shop and zoo both draw stars with the same rank, by stars and other_stars. Give one
#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/form/render/composed_renderers.hpp"

struct stars {
  static constexpr auto renderer = tenon::renderer{.format = "stars"};
  static void render(const tenon::form::element&, tenon::form::canvas&) {}
};
struct other_stars {
  static constexpr auto renderer = tenon::renderer{.format = "stars"};
  static void render(const tenon::form::element&, tenon::form::canvas&) {}
};
struct shop {
  static constexpr auto manifest = tenon::manifest{.name = "shop", .version = "1.0.0"};
  using renderers = tenon::renderers<stars>;
};
struct zoo {
  static constexpr auto manifest = tenon::manifest{.name = "zoo", .version = "1.0.0"};
  using renderers = tenon::renderers<other_stars>;
};
struct viewer {
  static constexpr auto manifest = tenon::manifest{.name = "viewer", .version = "1.0.0"};
  void on_start(auto& ctx) { static_cast<void>(tenon::form::renderers_in(ctx)); }
};

tenon::app<viewer, shop, zoo> composition;
int main() { return composition.start() ? 0 : 1; }
