// expect: misshapen_member: notes has a call and lists no function, so nobody could call it. Write using functions = tenon::functions<...>; with what it takes, or give it another name.
#include "tenon/app.hpp"

struct sum {
  static constexpr auto function = tenon::function{.name = "sum"};
  int a = 0, b = 0;
};
struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  int call(const sum& of) { return of.a + of.b; }
};
tenon::app<notes> composition;
