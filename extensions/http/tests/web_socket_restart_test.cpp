// Conversations of an extension that starts anew because of a setting.
#include <gtest/gtest.h>

#include <string>
#include <thread>

#include "tenon/testing/harness.hpp"
#include "web_socket_house.hpp"

namespace {

using namespace web_socket_test;

struct host {
  static constexpr auto manifest = tenon::manifest{.name = "host", .version = "1.0.0"};
  struct settings {
    tenon::restart<std::string> greeting = "Hello";
  };
  using talk = tenon::web_socket<"/talk">;
  using shout = tenon::web_socket<"/shout">;
  using routes = tenon::routes<talk, shout>;

  tenon::conversation handle(talk, tenon::web_socket_peer& peer, auto ctx) {
    co_await peer.send(ctx.settings().greeting.get());
    while (const auto message = co_await peer.receive()) co_await peer.send(message->text);
    co_await peer.send("until then");
  }
  tenon::conversation handle(shout, tenon::web_socket_peer& peer) {
    for (;;) {
      co_await peer.send("hey");
      co_await tenon::pause(peer.request(), 1ms);
    }
  }
};

class hotel {
 public:
  explicit hotel(tenon::http1::options given = {})
      : server([this](tenon::exchange& one) { return on.app().door().handle(on.app().door().app, one); }, given) {}
  tenon::testing::harness<host> on{};
  running_server server;
};

TEST(web_socket_of_an_extension_that_starts_anew, may_say_good_bye_and_is_closed_with_1001) {
  hotel at;
  visitor guest(at.server, "/talk");
  EXPECT_EQ(guest.text(), "Hello");
  std::thread changes([&] { EXPECT_TRUE(at.on.change(R"({"greeting": "Good day"})").findings.empty()); });
  EXPECT_EQ(guest.text(), "until then");
  EXPECT_EQ(guest.next().code(), 1001);
  changes.join();
  visitor next(at.server, "/talk");
  EXPECT_EQ(next.text(), "Good day");
}

TEST(web_socket_of_an_extension_that_starts_anew, does_not_keep_it_where_it_does_not_heed_that) {
  tenon::http1::options given;
  given.drain_timeout = 200ms;
  hotel at(given);
  visitor guest(at.server, "/shout");
  EXPECT_EQ(guest.text(), "hey");
  EXPECT_TRUE(at.on.change(R"({"greeting": "Good day"})").findings.empty());
  visitor::heard last;
  for (visitor::heard one; (one = guest.next()).opcode != -1;) {
    last = one;
    if (one.opcode == 8) break;
  }
  EXPECT_EQ(last.code(), 1001);
  EXPECT_EQ(visitor(at.server, "/talk").text(), "Good day");
}

}  // namespace
