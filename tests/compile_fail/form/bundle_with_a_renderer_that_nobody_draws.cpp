// expect in body: unbound_renderer: forms/ext.json brings a renderer for custom-date, and no extension of this program draws it. Write struct custom_date_field { static
#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/form/render/composed_renderers.hpp"

struct stars {
  static constexpr auto renderer = tenon::renderer{.format = "stars"};
  static void render(const tenon::form::element&, tenon::form::canvas&) {}
};
struct shop {
  static constexpr auto manifest = tenon::manifest{.name = "shop", .version = "1.0.0"};
  using renderers = tenon::renderers<stars>;
};
struct viewer {
  static constexpr auto manifest = tenon::manifest{.name = "viewer", .version = "1.0.0"};
  void on_start(auto& ctx) { static_cast<void>(tenon::form::renderers_in(ctx)); }
};
struct composition : tenon::basic_app<composition, viewer, shop> {
  using basic_app::basic_app;
};
template <>
inline constexpr std::array<tenon::form::wanted_renderer, 2> tenon::form::wanted_renderers<composition>{
    {{"stars", "ext.json"}, {"custom-date", "forms/ext.json"}}};

int main() { return composition().start() ? 0 : 1; }
