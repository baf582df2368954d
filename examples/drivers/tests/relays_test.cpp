#include "../relays.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <tenon/testing/harness.hpp>
#include <utility>
#include <vector>

using tenon::testing::harness;

// Asks for drivers as the extension of that name does.
struct asks {
  static constexpr auto manifest = tenon::manifest{.name = "asks", .version = "1.0.0"};
  using emits = tenon::events<tenon::core::create_drivers, tenon::core::create_permissions>;
  void on_ready(auto& ctx) {
    tenon::core::create_drivers drivers{
        tenon::core::create_drivers::registry([this](std::string_view extension, tenon::call::created_driver what) {
          made.push_back(std::string(extension).append(" ").append(what.name));
        })};
    ctx.emit(drivers);
    tenon::core::create_permissions permissions{tenon::core::create_permissions::registry(
        [this](tenon::granted, std::string_view permission) { granted.emplace_back(permission); })};
    ctx.emit(permissions);
  }
  std::vector<std::string> made{}, granted{};
};

TEST(relays, are_as_many_as_servers_are_named) {
  harness<relays, asks> on(relays::settings{.servers = {"east", "west"}});
  EXPECT_EQ(on.fake<asks>().made, (std::vector<std::string>{"relays east", "relays west"}));
  EXPECT_EQ(on.fake<asks>().granted, std::vector<std::string>{"service:no-frills"});
}
