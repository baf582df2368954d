// expect in body: unreadable_type: in_range.value is a view and would point into a text that is gone: use std::string
#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/form/function/composed_form_functions.hpp"

struct in_range {
  static constexpr auto form_function = tenon::form_function{.name = "in_range"};
  std::string_view value;
  bool call() const { return value.empty(); }
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
