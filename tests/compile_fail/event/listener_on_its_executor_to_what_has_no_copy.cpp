// expect: listener_not_callable: clerk hears ticket.sold on its executor, and ticket cannot be copied there
#include "tenon/app.hpp"
#include "tenon/extension.hpp"

struct ticket {
  static constexpr std::string_view name = "ticket.sold";
  std::unique_ptr<int> seat{};
};
struct door {
  static constexpr auto manifest = tenon::manifest{.name = "door", .version = "1.0.0"};
  using emits = tenon::events<ticket>;
};
struct clerk {
  static constexpr auto manifest = tenon::manifest{.name = "clerk", .version = "1.0.0"};
  using delivery = tenon::on_executor;
  void on(const ticket&) {}
};
tenon::app<door, clerk> app;
