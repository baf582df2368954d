// Whatever door opens first: whoever gets in at once is told the same as later.
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "../functions.hpp"
#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/testing/fake_identity.hpp"

// With a name, because the coroutines of functions.hpp hold contexts of these.
namespace functions_at_the_door {

std::string allow_at_once;

// In start order before all that are not core, so it opens before them.
struct early_http {
  static constexpr auto manifest = tenon::manifest{.name = "http", .version = "1.0.0", .core = true};
  void on_open(auto& ctx) {
    tenon::exchange one{.request = {.method = tenon::method::options,
                                    .method_name = "OPTIONS",
                                    .target = "/api/keys/7",
                                    .path = "/api/keys/7"}};
    EXPECT_TRUE(ctx.door().handle(ctx.door().app, one));
    for (const auto& [name, value] : one.response.headers)
      if (name.view() == "Allow") allow_at_once = value;
  }
};
struct keys {
  static constexpr auto manifest = tenon::manifest{.name = "keys", .version = "1.0.0"};
  using one_key = tenon::get<"/api/keys/{id}">;
  using routes = tenon::routes<one_key>;
  tenon::response handle(one_key, const tenon::request&) { return tenon::response::text("a key"); }
};

TEST(functions, know_their_neighbours_before_the_first_door_opens) {
  allow_at_once.clear();
  tenon::app<functions_door, early_http, tenon::testing::fake_identity, keys> app;
  ASSERT_TRUE(app.start());
  EXPECT_EQ(allow_at_once, "GET, HEAD, OPTIONS");
}

}  // namespace functions_at_the_door
