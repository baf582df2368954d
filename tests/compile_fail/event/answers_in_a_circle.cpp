// expect: circular_answer: these events answer each other in a circle: account.opened -> user.created (by second) -> account.opened (by first). Drop one of these answers.
#include "tenon/app.hpp"
#include "created_and_opened.hpp"

struct first {
  static constexpr auto manifest = tenon::manifest{.name = "first", .version = "1.0.0"};
  using emits = tenon::events<opened>;
  using answers = tenon::answers<tenon::on<created>, opened>;
  void on(const created&, auto& ctx) { ctx.emit(opened{}); }
};
struct second {
  static constexpr auto manifest = tenon::manifest{.name = "second", .version = "1.0.0"};
  using emits = tenon::events<created>;
  using answers = tenon::answers<tenon::on<opened>, created>;
  void on(const opened&, auto& ctx) { ctx.emit(created{}); }
};

tenon::app<first, second> composition;
