// expect: unhandled_route: chat lists the web socket /chat and cannot talk there. Give it a public tenon::conversation handle(ROUTE, tenon::web_socket_peer&)
#include "tenon/app.hpp"

struct chat {
  static constexpr auto manifest = tenon::manifest{.name = "chat", .version = "1.0.0"};
  using talk = tenon::web_socket<"/chat">;
  using routes = tenon::routes<talk>;
  tenon::conversation handle(talk, const tenon::request&) { co_return; }
};

tenon::app<chat> composition;
