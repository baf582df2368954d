// A whole app without a server: requests enter by its door.
#include "tenon/app.hpp"

#include <gtest/gtest.h>

#include <any>
#include <stdexcept>
#include <string>

#include "tenon/extension.hpp"

namespace {

bool fail_start = false;

struct greeting {
  static constexpr auto manifest = tenon::manifest{.name = "greeting", .version = "1.0.0"};
  using greet = tenon::get<"/hello/{name}">;
  using routes = tenon::routes<greet>;

  void on_start() {
    if (fail_start) throw std::runtime_error("no voice today");
  }
  tenon::response handle(greet route, const tenon::request&, auto& ctx) {
    return tenon::response::text(std::string(ctx.name()).append(": Hello, ").append(route.at<"name">()));
  }
};
struct follower {
  static constexpr auto manifest = tenon::manifest{.name = "follower", .version = "1.0.0", .needs = {{"greeting"}}};
  tenon::response on_get(const tenon::request&) { return tenon::response::text("after you"); }
};
struct bystander {
  static constexpr auto manifest = tenon::manifest{.name = "bystander", .version = "1.0.0"};
  tenon::response on_get(const tenon::request&) { throw tenon::error(tenon::error_type::access_denied, "not for you"); }
};

struct holder {  // an aggregate whose first member can be made from anything
  std::any anything{};
  static constexpr auto manifest = tenon::manifest{.name = "holder", .version = "1.0.0"};
};

template <class App>
std::string ask(App& app, std::string_view path) {
  tenon::exchange one;
  one.request.path = path;
  const tenon::door door = app.door();
  EXPECT_TRUE(door.handle(door.app, one));
  return std::to_string(one.response.status) + " " + std::string(one.response.body.view());
}

TEST(app, hands_a_request_to_the_extension_that_serves_it) {
  fail_start = false;
  tenon::app<follower, greeting, bystander> app;
  app.start();
  EXPECT_EQ(ask(app, "/hello/Quinn"), "200 greeting: Hello, Quinn");
  EXPECT_EQ(ask(app, "/follower"), "200 after you");
  EXPECT_EQ(ask(app, "/bystander").substr(0, 3), "403");
  EXPECT_EQ(ask(app, "/nothing").substr(0, 3), "404");
}

TEST(app, answers_503_for_an_extension_in_fault_and_for_whoever_it_holds_and_for_nobody_else) {
  fail_start = true;
  tenon::app<follower, greeting, bystander> app;
  EXPECT_TRUE(app.start());
  EXPECT_EQ(ask(app, "/hello/Quinn").substr(0, 3), "503");
  EXPECT_NE(ask(app, "/hello/Quinn").find("greeting"), std::string::npos);
  EXPECT_EQ(ask(app, "/follower").substr(0, 3), "503");
  EXPECT_EQ(ask(app, "/bystander").substr(0, 3), "403");
}

TEST(app, gives_its_boot_to_constructors_only) {
  tenon::app<holder> app;
  EXPECT_FALSE(app.part<holder>().anything.has_value());
}

TEST(app, knows_its_routes_before_any_extension_is_made) {
  constexpr auto routes = tenon::app<follower, greeting, bystander>::routes();
  static_assert(routes.size() == 5);
  EXPECT_EQ(routes.size(), 5U);
}

// Can whoever holds a context reach the one of X?
template <class App, class X>
concept MakesContexts = requires(void* app) { tenon::app_door<App>::template context<X>(app); };

TEST(app, lets_nobody_act_as_somebody_else) {
  EXPECT_FALSE((MakesContexts<tenon::app<greeting, bystander>, bystander>));
}

// One word long and without a constructor, as what may be handed over in a register is.
struct knows_itself {
  static constexpr auto manifest = tenon::manifest{.name = "knows_itself", .version = "1.0.0"};
  const knows_itself* self = this;
};
TEST(extension, is_made_where_it_stays) {
  tenon::app<bystander, knows_itself> one;
  EXPECT_EQ(one.part<knows_itself>().self, &one.part<knows_itself>());
}

}  // namespace
