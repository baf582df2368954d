// expect in body: secret_shown: a secret is not printed: take its value by .reveal(), where nobody else gets to see it
#include "tenon/app.hpp"

#include <fmt/format.h>

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  struct settings {
    tenon::secret<std::string> key = "";
  };
  void on_start(auto& ctx) { text = fmt::format("the key is {}", ctx.settings().key); }
  std::string text;
};
tenon::app<notes> composition;
