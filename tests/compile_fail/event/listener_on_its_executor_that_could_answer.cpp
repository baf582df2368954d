// expect: listener_not_callable: clerk hears ticket.sold on its executor, too late to answer
#include "tenon/app.hpp"
#include "tenon/extension.hpp"

struct ticket {
  static constexpr std::string_view name = "ticket.sold";
  bool allow = true;
};
struct door {
  static constexpr auto manifest = tenon::manifest{.name = "door", .version = "1.0.0"};
  using emits = tenon::events<ticket>;
};
struct clerk {
  static constexpr auto manifest = tenon::manifest{.name = "clerk", .version = "1.0.0"};
  using delivery = tenon::on_executor;
  void on(ticket& event) { event.allow = false; }
};
tenon::app<door, clerk> app;
