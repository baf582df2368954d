// expect in body: undeclared_event: , which is no event. Emit an aggregate that has static constexpr std::string_view name = `some.name`; and stands in using emits = tenon::events<...>;
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  void on_ready(auto& ctx) { ctx.emit("note.made"); }
};
tenon::app<notes> composition;
