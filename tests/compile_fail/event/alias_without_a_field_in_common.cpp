// expect: alias_fields_differ: user.created and account.closed are to be one by an alias: created and closed have no field of the same name. Take the alias out, or give them one.
#include "tenon/app.hpp"
#include "created_and_opened.hpp"

struct closed {
  static constexpr std::string_view name = "account.closed";
  int number = 0;
};

tenon::app<tenon::alias<created, closed>, users, accounts> composition;
