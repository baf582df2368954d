// expect: not_constructible: notes cannot be destroyed. Make its destructor public.
#include "tenon/app.hpp"

class notes {
  ~notes() = default;

 public:
  static constexpr auto manifest = tenon::manifest{.name = "notes", .version = "1.0.0"};
};

tenon::app<notes> composition;
