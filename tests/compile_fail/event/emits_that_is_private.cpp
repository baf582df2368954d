// expect: listener_not_callable: notes has a member type emits that is private, so it could emit nothing in it. Make emits public, or give it another name.
#include "tenon/app.hpp"

struct made {
  static constexpr std::string_view name = "note.made";
  int id = 0;
};
class notes {
  using emits = tenon::events<made>;

 public:
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  void on(const made&) {}
  void on_ready(auto& ctx) { ctx.emit(made{.id = 1}); }
};
tenon::app<notes> composition;
