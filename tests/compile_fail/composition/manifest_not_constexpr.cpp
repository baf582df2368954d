// expect: not_an_extension: notes
#include "tenon/app.hpp"

struct notes {
  static const tenon::manifest manifest;
};
const tenon::manifest notes::manifest{.name = "notes"};

tenon::app<notes> composition;
