// expect: not_an_extension: int
#include "tenon/app.hpp"

tenon::app<int> composition;
