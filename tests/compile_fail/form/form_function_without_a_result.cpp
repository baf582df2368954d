// expect in body: not_a_form_function: shop has in_range in its list of functions of forms, which is none. Make it
#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/form/function/composed_form_functions.hpp"

struct in_range {
  static constexpr auto form_function = tenon::form_function{.name = "in_range"};
  void call() const {}
};
struct shop {
  static constexpr auto manifest = tenon::manifest{.name = "shop", .version = "1.0.0"};
  using form_functions = tenon::form_functions<in_range>;
};
struct viewer {
  static constexpr auto manifest = tenon::manifest{.name = "viewer", .version = "1.0.0"};
  void on_start(auto& ctx) { static_cast<void>(tenon::form::form_functions_in(ctx)); }
};

tenon::app<viewer, shop> composition;
int main() { return composition.start() ? 0 : 1; }
