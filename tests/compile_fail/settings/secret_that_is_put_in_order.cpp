// expect in body: secret_shown: a secret is not compared: take its value by .reveal(), and compare that
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  struct settings {
    tenon::secret<std::string> key = "";
  };
  void on_start(auto& ctx) { is_old = ctx.settings().key < "b"; }
  bool is_old = false;
};
tenon::app<notes> composition;
