// expect in body: not_a_renderer: shop has a member type renderers that is private. Write using renderers = tenon::renderers
#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/form/render/composed_renderers.hpp"

struct stars {
  static constexpr auto renderer = tenon::renderer{.format = "stars"};
  static void render(const tenon::form::element&, tenon::form::canvas&) {}
};
struct shop {
  static constexpr auto manifest = tenon::manifest{.name = "shop", .version = "1.0.0"};

 private:
  using renderers = tenon::renderers<stars>;
};
struct viewer {
  static constexpr auto manifest = tenon::manifest{.name = "viewer", .version = "1.0.0"};
  void on_start(auto& ctx) { static_cast<void>(tenon::form::renderers_in(ctx)); }
};

tenon::app<viewer, shop> composition;
int main() { return composition.start() ? 0 : 1; }
