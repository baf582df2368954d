// expect: alias_not_available: account.opened and account.closed are to be one by an alias, and nobody in this composition emits either. Add an extension that does, or take the alias out.
#include "tenon/app.hpp"
#include "created_and_opened.hpp"

struct closed {
  static constexpr std::string_view name = "account.closed";
};

tenon::app<tenon::alias<opened, closed>, users, accounts> composition;
