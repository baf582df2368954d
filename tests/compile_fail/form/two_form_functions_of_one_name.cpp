// expect in body: duplicate_form_function: shop and zoo both have a function of forms called in_range, in_range and
#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/form/function/composed_form_functions.hpp"

struct in_range {
  static constexpr auto form_function = tenon::form_function{.name = "in_range"};
  bool call() const { return true; }
};
struct other_range {
  static constexpr auto form_function = tenon::form_function{.name = "in_range"};
  bool call() const { return false; }
};
struct shop {
  static constexpr auto manifest = tenon::manifest{.name = "shop", .version = "1.0.0"};
  using form_functions = tenon::form_functions<in_range>;
};
struct zoo {
  static constexpr auto manifest = tenon::manifest{.name = "zoo", .version = "1.0.0"};
  using form_functions = tenon::form_functions<other_range>;
};
struct viewer {
  static constexpr auto manifest = tenon::manifest{.name = "viewer", .version = "1.0.0"};
  void on_start(auto& ctx) { static_cast<void>(tenon::form::form_functions_in(ctx)); }
};

tenon::app<viewer, shop, zoo> composition;
int main() { return composition.start() ? 0 : 1; }
