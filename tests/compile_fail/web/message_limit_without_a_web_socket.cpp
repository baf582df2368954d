// expect: malformed_route: chat has the route GET /chat with an option that web sockets alone have.
#include "tenon/app.hpp"

struct chat {
  static constexpr auto manifest = tenon::manifest{.name = "chat", .version = "1.0.0"};
  using list = tenon::get<"/chat", tenon::message_limit<10>>;
  using routes = tenon::routes<list>;
  tenon::response handle(list, const tenon::request&) { return tenon::response::text("chat"); }
};

tenon::app<chat> composition;
