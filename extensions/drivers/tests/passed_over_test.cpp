#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "../drivers.hpp"
#include "sent_call.hpp"
#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/testing/fake_http.hpp"
#include "tenon/testing/fake_identity.hpp"

namespace {

struct desk {
  static constexpr auto interface = tenon::interface{.name = "desk"};
  struct write {
    static constexpr auto method = tenon::driver_method{.name = "write"};
    using result = std::string;
    tenon::required<std::string> title;
    int copy_count = 1;
  };
  using methods = tenon::methods<write>;
};
using pine = tenon::driver<"pine", desk, {.to = tenon::granted::everyone}>;

struct carpenter {
  static constexpr auto manifest = tenon::manifest{.name = "carpenter", .version = "1.0.0"};
  using drivers = tenon::drivers<pine>;
  std::string call(pine, const desk::write& given) { return given.title; }
};

class name_that_nobody_knows : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(app_.start()); }
  std::string call(std::string_view body) { return std::string(sent_call(app_, body).body.view()); }
  std::string write(std::string_view args) {
    return call(
        std::string(R"({"interface":"desk","driver":"pine","method":"write","args":)").append(args).append("}"));
  }

  tenon::app<drivers_door, tenon::testing::fake_http, tenon::testing::fake_identity, carpenter> app_;
};

TEST_F(name_that_nobody_knows, is_passed_over_where_nothing_is_missing) {
  EXPECT_NE(write(R"({"title":"a","titel":"b","copyCuont":7})").find(R"("result":"a")"), std::string::npos);
}

TEST_F(name_that_nobody_knows, is_asked_about_where_an_argument_is_missing_that_is_near) {
  const std::string near = write(R"({"titel":"a"})");
  EXPECT_NE(near.find(R"(title of write, of the interface desk. Did you mean \"title\" by \"titel\"?")"),
            std::string::npos)
      << near;
  for (const std::string& other : {write(R"({"colour":"a"})"), write(R"({"title":null})"), write("{}")})
    EXPECT_NE(other.find(R"(title of write, of the interface desk.")"), std::string::npos) << other;
}

TEST_F(name_that_nobody_knows, is_asked_about_where_a_part_of_the_call_is_missing) {
  const std::string args = call(R"({"interface":"desk","driver":"pine","method":"write","arg":{"title":"a"}})");
  EXPECT_NE(args.find(R"(title of write, of the interface desk. Did you mean \"args\" by \"arg\"?")"),
            std::string::npos)
      << args;
  const std::string method = call(R"({"interface":"desk","methode":"write"})");
  EXPECT_NE(method.find(R"(Did you mean \"method\" by \"methode\"?")"), std::string::npos) << method;
  const std::string interface = call(R"({"interfaces":"desk","method":"write"})");
  EXPECT_NE(interface.find(R"(Did you mean \"interface\" by \"interfaces\"?")"), std::string::npos) << interface;
}

}  // namespace
