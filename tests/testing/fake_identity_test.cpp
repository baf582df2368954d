#include "tenon/testing/fake_identity.hpp"

#include <gtest/gtest.h>

#include <string>

#include "tenon/extension.hpp"
#include "tenon/testing/harness.hpp"

namespace {

struct club {
  static constexpr auto manifest = tenon::manifest{.name = "club", .version = "1.0.0", .needs = {{"identity"}}};
  using lounge = tenon::get<"/lounge", tenon::authenticated>;
  using vault = tenon::get<"/vault", tenon::requires_role<tenon::role::su>>;
  using routes = tenon::routes<lounge, vault>;
  tenon::response handle(lounge, const tenon::request& from) {
    return tenon::response::text(from.passport->user.email);
  }
  tenon::response handle(vault, const tenon::request&) { return tenon::response::text("gold"); }
};

TEST(fake_identity, knows_whoever_shows_a_token_by_its_name) {
  tenon::testing::harness<club, tenon::testing::fake_identity> on;
  EXPECT_EQ(on.get("/lounge").status, 401);
  EXPECT_EQ(on.send_as("ada", {.target = "/lounge", .path = "/lounge"}).body.view(), "ada@example.com");
  EXPECT_EQ(on.send_as("stale", {.target = "/lounge", .path = "/lounge"}).status, 401);
  EXPECT_EQ(on.send_as("ada", {.target = "/vault", .path = "/vault"}).status, 403);
  EXPECT_EQ(on.send_as("root", {.target = "/vault", .path = "/vault"}).body.view(), "gold");
}

TEST(fake_identity, fails_where_a_test_wants_it_to) {
  tenon::testing::harness<club, tenon::testing::fake_identity> on;
  on.fake<tenon::testing::fake_identity>().fails("ada", tenon::error(tenon::error_type::unknown, "the disk"));
  EXPECT_EQ(on.send_as("ada", {.target = "/lounge", .path = "/lounge"}).status, 500);
}

}  // namespace
