// expect: housekeeping_without_period: notes has a housekeeping_period and no on_housekeeping.
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  static constexpr std::chrono::seconds housekeeping_period{17};
  void on_housekeping() {}
};

tenon::app<notes> composition;
