// expect: not_an_extension: notes
#include "tenon/app.hpp"

struct notes {};

tenon::app<notes> composition;
