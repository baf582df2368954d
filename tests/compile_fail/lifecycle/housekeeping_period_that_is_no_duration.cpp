// expect: housekeeping_without_period: notes has on_housekeeping and no housekeeping_period that says how often.
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  static constexpr int housekeeping_period = 60;
  void on_housekeeping() {}
};

tenon::app<notes> composition;
