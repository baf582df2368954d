// expect in body: work_not_callable: notes posts something that cannot be called.
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  void on_start(auto& ctx) {
    ctx.post([](int) {});
  }
};

tenon::app<notes> composition;
