// expect in body: not_a_renderer: shop has stars in its list of renderers, which is none. Give it static constexpr auto renderer
#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/form/render/composed_renderers.hpp"

struct stars {
  static constexpr auto renderer = tenon::renderer{.format = "stars"};
  static int render(const tenon::form::element&, tenon::form::canvas&) { return 1; }
};
struct shop {
  static constexpr auto manifest = tenon::manifest{.name = "shop", .version = "1.0.0"};
  using renderers = tenon::renderers<stars>;
};
struct viewer {
  static constexpr auto manifest = tenon::manifest{.name = "viewer", .version = "1.0.0"};
  void on_start(auto& ctx) { static_cast<void>(tenon::form::renderers_in(ctx)); }
};

tenon::app<viewer, shop> composition;
int main() { return composition.start() ? 0 : 1; }
