// expect: alias_not_available: user.created is to be one with user.craeted by an alias, and nobody in this composition emits one of that name, or lists it among its listens; the nearest is user.created. Correct the name
#include "tenon/app.hpp"
#include "created_and_opened.hpp"

tenon::app<tenon::named_alias<"user.created", "user.craeted">, users, accounts> composition;
