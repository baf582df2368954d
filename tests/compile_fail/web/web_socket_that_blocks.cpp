// expect: unhandled_route: chat marks the web socket /chat as tenon::blocking, and a conversation never blocks. Drop that, and have what blocks done by co_await tenon::offload(peer.request(), ...).
#include "tenon/app.hpp"

struct chat {
  static constexpr auto manifest = tenon::manifest{.name = "chat", .version = "1.0.0"};
  using talk = tenon::web_socket<"/chat", tenon::blocking>;
  using routes = tenon::routes<talk>;
  tenon::conversation handle(talk, tenon::web_socket_peer& peer) { co_await peer.receive(); }
};

tenon::app<chat> composition;
