// expect in body: not_a_form_function: shop has a member type form_functions that is private. Write using
#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/form/function/composed_form_functions.hpp"

struct in_range {
  static constexpr auto form_function = tenon::form_function{.name = "in_range"};
  bool call() const { return true; }
};
struct shop {
  static constexpr auto manifest = tenon::manifest{.name = "shop", .version = "1.0.0"};

 private:
  using form_functions = tenon::form_functions<in_range>;
};
struct viewer {
  static constexpr auto manifest = tenon::manifest{.name = "viewer", .version = "1.0.0"};
  void on_start(auto& ctx) { static_cast<void>(tenon::form::form_functions_in(ctx)); }
};

tenon::app<viewer, shop> composition;
int main() { return composition.start() ? 0 : 1; }
