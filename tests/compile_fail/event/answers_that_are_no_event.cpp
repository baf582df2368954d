// expect: not_an_answer: notes has int among its answers, which is no event. Take it out
#include "tenon/app.hpp"
#include "created_and_opened.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using emits = tenon::events<opened>;
  using answers = tenon::answers<tenon::on<created>, int>;
  void on(const created&) {}
};

tenon::app<users, notes, accounts> composition;
