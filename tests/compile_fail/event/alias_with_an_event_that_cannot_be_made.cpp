// expect: alias_fields_differ: user.created and account.closed are to be one by an alias: closed cannot be made from nothing. Give each of its members a value.
#include "tenon/app.hpp"
#include "created_and_opened.hpp"

struct number {
  explicit number(int of) : is(of) {}
  int is;
};
struct closed {
  static constexpr std::string_view name = "account.closed";
  number of;
  int id = 0;
};

tenon::app<tenon::alias<created, closed>, users, accounts> composition;
