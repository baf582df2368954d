#pragma once

#include <chrono>
#include <string>
#include <tenon/extension.hpp>

// Rooms to talk in: what somebody says, everybody in the room hears, whoever says it too.
struct chat {
  static constexpr auto manifest =
      tenon::manifest{.name = "chat", .version = "1.0.0", .doc = "Has rooms to talk in.", .needs = {{"http", "1.x.x"}}};

  using talk = tenon::web_socket<"/chat/{room}", tenon::message_limit<4096>>;
  using routes = tenon::routes<talk>;

  tenon::conversation handle(talk route, tenon::web_socket_peer& peer, auto ctx) {
    const std::string room = route.template at<"room">();
    auto heard = said_.subscribe(peer.request());
    while (peer.is_open()) {
      const auto [own, of_all] = co_await tenon::either(peer.receive(), heard.next(std::chrono::seconds(15)));
      if (own) said_.send({room, own->text});
      if (of_all && of_all->room == room) co_await peer.send(of_all->text);
    }
    ctx.log().info(std::string("somebody has left ").append(room));
  }

 private:
  struct line {
    std::string room, text;
  };
  tenon::broadcast<line> said_;
};
