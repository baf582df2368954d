// expect in body: name_as_text: notes names an extension by a text, of which the compiler knows nothing. Write `data`_ext instead, below using namespace tenon::literals;
#include "tenon/app.hpp"

struct made {
  static constexpr std::string_view name = "note.made";
  int id = 0;
};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  using emits = tenon::events<made>;
  void on(const made&) {}
  void on_ready(auto& ctx) { ctx.emit_to("notes", made{.id = 1}); }
};
tenon::app<notes> composition;
