// expect: listener_not_callable: clerk has a member type delivery that is no way of delivery
#include "tenon/app.hpp"
#include "tenon/extension.hpp"

struct ticket {
  static constexpr std::string_view name = "ticket.sold";
};
struct clerk {
  static constexpr auto manifest = tenon::manifest{.name = "clerk", .version = "1.0.0"};
  using emits = tenon::events<ticket>;
  using delivery = ticket;
  void on(const ticket&) {}
};
tenon::app<clerk> app;
