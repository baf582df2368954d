// expect: not_an_event: door has a member type emits that is no tenon::events<...>
#include "tenon/app.hpp"

struct greeted {
  static constexpr std::string_view name = "user.greeted";
  int id = 0;
};
struct door {
  static constexpr auto manifest = tenon::manifest{.name = "door", .version = "1.0.0"};
  using emits = greeted;
};
tenon::app<door> app;
