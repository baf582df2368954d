// expect: not_constructible: notes has no constructor that the app can call. Give it a public default constructor, or a public explicit
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  explicit notes(int count) : count(count) {}
  int count;
};

tenon::app<notes> composition;
