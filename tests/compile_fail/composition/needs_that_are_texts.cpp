// expect: malformed_need: notes lists its needs as texts. Write braces around each, with the versions that will do behind its name, as in .needs = {{`data`, `1.x.x`}, {`http`}}.
#include "tenon/app.hpp"

struct shelf {
  static constexpr auto manifest = tenon::manifest{.name = "shelf", .version = "1.0.0"};
  struct exports {};
  exports& exported() { return own; }
  exports own;
};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0", .needs = {"shelf"}};
};
tenon::app<notes, shelf> composition;
