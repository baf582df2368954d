// expect: alias_fields_differ: user.created and account.closed are to be one by an alias: id is of another type in created than in closed, where it is long
#include "tenon/app.hpp"
#include "created_and_opened.hpp"

struct closed {
  static constexpr std::string_view name = "account.closed";
  long id = 0;
};

tenon::app<tenon::alias<created, closed>, users, accounts> composition;
