// expect: not_an_answer: notes has a member answers that is private or no type, so nothing in it would be known. Write using answers
#include "tenon/app.hpp"
#include "created_and_opened.hpp"

class notes {
  using answers = tenon::answers<tenon::on<created>, opened>;

 public:
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using emits = tenon::events<opened>;
  void on(const created&) {}
};

tenon::app<users, notes, accounts> composition;
