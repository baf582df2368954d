// expect: listener_not_callable: notes has an on that nobody would call: it takes no event by reference, or something else than auto& ctx behind it. Write void on(const greeted&), or void on(const greeted&, auto& ctx), or give it another name.
#include "tenon/app.hpp"

struct made {
  static constexpr std::string_view name = "note.made";
  int id = 0;
};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  void on(const made&, int, int) {}
};
tenon::app<notes> composition;
