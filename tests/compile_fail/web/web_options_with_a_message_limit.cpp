// expect: malformed_route: chat has web-handler hooks with an option that web sockets alone have. Leave tenon::message_limit and tenon::any_origin out, or make it a tenon::web_socket.
#include "tenon/app.hpp"

struct chat {
  static constexpr auto manifest = tenon::manifest{.name = "chat", .version = "1.0.0"};
  using web_options = tenon::web_options<tenon::message_limit<10>>;
  tenon::response on_get(const tenon::request&) { return tenon::response::text("chat"); }
};

tenon::app<chat> composition;
