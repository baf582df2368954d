// expect: several_implementations: first and second both stand behind the alias extension_impl.
#include "tenon/app.hpp"

struct first {
  static constexpr auto manifest = tenon::manifest{.name = "first", .version = "1.0.0"};
};
struct second {
  static constexpr auto manifest = tenon::manifest{.name = "second", .version = "1.0.0"};
};

tenon::app<tenon::implementation<first>, tenon::implementation<second>> composition;
