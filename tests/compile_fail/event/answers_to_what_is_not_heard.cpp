// expect: not_an_answer: notes says what it answers to created, and does not hear it. Give it a public void on(created&), or take tenon::on<created> out.
#include "tenon/app.hpp"
#include "created_and_opened.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using emits = tenon::events<opened>;
  using answers = tenon::answers<tenon::on<created>, opened>;
};

tenon::app<users, notes, accounts> composition;
