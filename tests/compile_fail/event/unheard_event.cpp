// expect: unheard_event: door emits user.greeted, and nobody in this composition hears it. Add an extension that does, or say static constexpr bool may_be_unheard = true; in greeted.
#include "tenon/app.hpp"

struct greeted {
  static constexpr std::string_view name = "user.greeted";
  int id = 0;
};
struct door {
  static constexpr auto manifest = tenon::manifest{.name = "door", .version = "1.0.0"};
  using emits = tenon::events<greeted>;
};
tenon::app<door> app;
