// expect: not_an_answer: notes has a list of answers that does not begin with what is heard. Write using answers = tenon::answers<tenon::on<heard>, emitted>;
#include "tenon/app.hpp"
#include "created_and_opened.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using emits = tenon::events<opened>;
  using answers = tenon::answers<opened>;
  void on(const created&) {}
};

tenon::app<users, notes, accounts> composition;
