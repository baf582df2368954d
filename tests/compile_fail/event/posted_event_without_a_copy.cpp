// expect in body: event_not_copyable: door posts ticket.sold, and ticket cannot be copied
#include "tenon/app.hpp"
#include "tenon/extension.hpp"

struct ticket {
  static constexpr std::string_view name = "ticket.sold";
  std::unique_ptr<int> seat{};
};
struct door {
  static constexpr auto manifest = tenon::manifest{.name = "door", .version = "1.0.0"};
  using emits = tenon::events<ticket>;
  void on_ready(auto& ctx) { ctx.post_event(ticket{}); }
  void on(const ticket&) {}
};
tenon::app<door> app;
