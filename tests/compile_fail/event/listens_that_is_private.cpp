// expect: listener_not_callable: clerk has a member type listens that is private
#include "tenon/app.hpp"
#include "tenon/extension.hpp"

struct ticket {
  static constexpr std::string_view name = "ticket.sold";
};
struct door {
  static constexpr auto manifest = tenon::manifest{.name = "door", .version = "1.0.0"};
  using emits = tenon::events<ticket>;
  void on(const ticket&) {}
};
class clerk {
  using listens = tenon::listens<tenon::pattern<"ticket.*">>;

 public:
  static constexpr auto manifest = tenon::manifest{.name = "clerk", .version = "1.0.0"};
  void on_any(const auto&) {}
};
tenon::app<door, clerk> app;
