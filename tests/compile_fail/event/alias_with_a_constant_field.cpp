// expect: alias_fields_differ: user.created and account.closed are to be one by an alias: id is const in closed. Drop the const there.
#include "tenon/app.hpp"
#include "created_and_opened.hpp"

struct closed {
  static constexpr std::string_view name = "account.closed";
  const int id = 0;
};

tenon::app<tenon::alias<created, closed>, users, accounts> composition;
