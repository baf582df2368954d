// expect: not_constructible: notes cannot be made, because it has pure virtual functions. Implement them.
#include "tenon/app.hpp"

struct notes {
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
  virtual ~notes() = default;
  virtual int count() = 0;
};

tenon::app<notes> composition;
