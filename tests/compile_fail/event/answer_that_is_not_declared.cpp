// expect in body: undeclared_answer: notes emits opened when it hears user.created, which its answers do not say. Add opened behind tenon::on<created> in using answers.
#include "tenon/app.hpp"
#include "created_and_opened.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using emits = tenon::events<opened>;
  using answers = tenon::answers<tenon::on<created>>;
  void on(const created&, auto& ctx) { ctx.emit(opened{}); }
};

struct signs_up {
  static constexpr auto manifest = tenon::manifest{.name = "signs_up", .version = "1.0.0"};
  using emits = tenon::events<created>;
  void on_ready(auto& ctx) { ctx.emit(created{}); }
};

tenon::app<signs_up, notes, accounts> composition;
