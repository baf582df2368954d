// expect in body: name_as_text: notes names an extension by a text, of which the compiler knows nothing. Write `data`_ext instead, below using namespace tenon::literals;
#include "tenon/app.hpp"

struct shelf {
  static constexpr auto manifest = tenon::manifest{.name = "shelf", .version = "1.0.0"};
  struct exports {};
  exports& exported() { return own; }
  exports own;
};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0", .needs = {{"shelf"}}};
  void on_start(auto& ctx) {
    ctx.ask("shelf", [] {});
  }
};
tenon::app<notes, shelf> composition;
