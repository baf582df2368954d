// expect: not_constructible: notes has no constructor that the app can call. Give it a public default constructor, or a public explicit
#include "tenon/app.hpp"

class notes {
  explicit notes(const tenon::boot<notes>&) {}

 public:
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
};

tenon::app<notes> composition;
