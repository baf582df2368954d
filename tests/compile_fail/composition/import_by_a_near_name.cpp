// expect in body: import_not_available: reader imports self, which is not among its needs; the nearest of them is shelf. Correct the name, or add {`self`} to the needs in its manifest.
#include "tenon/app.hpp"

using namespace tenon::literals;

struct shelf {
  static constexpr auto manifest = tenon::manifest{.name = "shelf", .version = "1.0.0"};
  struct exports {};
  exports& exported() { return own; }
  exports own;
};
struct reader {
  static constexpr auto manifest = tenon::manifest{.name = "reader", .version = "1.0.0", .needs = {{"shelf"}}};
  void on_start(auto& ctx) { ctx.import("self"_ext); }
};
tenon::app<reader, shelf> composition;
