// Whatever door opens first and closes last: no caller who gets in is told that there are no drivers yet, or any more.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "../drivers.hpp"
#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/testing/fake_identity.hpp"

namespace {

std::vector<std::string> answers;

// In start order before all that are not core, so it opens before them and closes after them.
struct early_http {
  static constexpr auto manifest = tenon::manifest{.name = "http", .version = "1.0.0", .core = true};
  void on_open(auto& ctx) { ask(ctx.door()); }
  void on_close(auto& ctx) { ask(ctx.door()); }
  static void ask(tenon::door door) {
    const tenon::header token{"Authorization", "ada"};
    tenon::exchange one{.request = {.method = tenon::method::get,
                                    .method_name = "GET",
                                    .target = "/lsmod",
                                    .path = "/lsmod",
                                    .headers = {&token, 1}}};
    EXPECT_TRUE(door.handle(door.app, one));
    answers.emplace_back(one.response.body.view());
  }
};

struct waves {
  static constexpr auto interface = tenon::interface{.name = "waves"};
  struct wave {
    static constexpr auto method = tenon::driver_method{.name = "wave"};
    using result = std::string;
  };
  using methods = tenon::methods<wave>;
};
struct greeter {
  static constexpr auto manifest = tenon::manifest{.name = "greeter", .version = "1.0.0"};
  using both_hands = tenon::driver<"both-hands", waves, {.to = tenon::granted::everyone}>;
  using drivers = tenon::drivers<both_hands>;
  std::string call(both_hands, const waves::wave&) { return "hello"; }
};

TEST(drivers, are_there_before_the_first_door_opens_and_until_the_last_has_closed) {
  answers.clear();
  {
    tenon::app<drivers_door, early_http, tenon::testing::fake_identity, greeter> app;
    ASSERT_TRUE(app.start());
    app.stop();
  }
  ASSERT_EQ(answers.size(), 2U);
  for (const std::string& one : answers) EXPECT_NE(one.find("both-hands"), std::string::npos) << one;
}

}  // namespace
