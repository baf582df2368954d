// expect: not_an_event: an alias names plain, and that is no event
#include "tenon/app.hpp"
#include "created_and_opened.hpp"

struct plain {
  int id = 0;
};

tenon::app<tenon::alias<created, plain>, users, accounts> composition;
