// expect in body: import_not_available: shelf imports itself. Use its own members.
#include "tenon/app.hpp"

using namespace tenon::literals;

struct shelf {
  static constexpr auto manifest = tenon::manifest{.name = "shelf", .version = "1.0.0"};
  struct exports {};
  exports& exported() { return own; }
  void on_start(auto& ctx) { ctx.import("shelf"_ext); }
  exports own;
};
tenon::app<shelf> composition;
