// expect: alias_not_available: user.created is to be one with itself by an alias. Take the alias out, or name another event.
#include "tenon/app.hpp"
#include "created_and_opened.hpp"

tenon::app<tenon::alias<created, created>, users, accounts> composition;
