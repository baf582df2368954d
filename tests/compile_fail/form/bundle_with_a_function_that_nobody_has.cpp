// expect in body: unbound_function: forms/ext.json brings a function in_season, and no extension of this program has it. Write struct in_season { static
#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/form/function/composed_form_functions.hpp"

struct in_range {
  static constexpr auto form_function = tenon::form_function{.name = "in_range"};
  bool call() const { return true; }
};
struct shop {
  static constexpr auto manifest = tenon::manifest{.name = "shop", .version = "1.0.0"};
  using form_functions = tenon::form_functions<in_range>;
};
struct viewer {
  static constexpr auto manifest = tenon::manifest{.name = "viewer", .version = "1.0.0"};
  void on_start(auto& ctx) { static_cast<void>(tenon::form::form_functions_in(ctx)); }
};
struct composition : tenon::basic_app<composition, viewer, shop> {
  using basic_app::basic_app;
};
template <>
inline constexpr std::array<tenon::form::wanted_function, 2> tenon::form::wanted_functions<composition>{
    {{"in_range", "ext.json"}, {"in_season", "forms/ext.json"}}};

int main() { return composition().start() ? 0 : 1; }
