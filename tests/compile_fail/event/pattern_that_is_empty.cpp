// expect: listener_not_callable: notes listens to the pattern ``, which covers no name. Write a whole name, words of one with .* behind them, as in create.*, or * alone.
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using listens = tenon::listens<tenon::pattern<"">>;
  void on_any(const auto&) {}
};
tenon::app<notes> composition;
