// expect in body: import_not_available: notes imports tenon, which itself exports nothing
#include "tenon/app.hpp"

using namespace tenon::literals;

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0", .needs = {{"tenon", "x.x.x"}}};
  void on_start(auto& ctx) { version = ctx.import("tenon"_ext).version(); }
  std::string_view version{};
};

tenon::app<notes> composition;
