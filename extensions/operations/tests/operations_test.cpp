#include "../operations.hpp"

#include <gtest/gtest.h>

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/extension.hpp"
#include "tenon/json/from_text.hpp"
#include "tenon/testing/harness.hpp"

namespace {

using namespace tenon::literals;
using tenon::testing::harness;

struct greet {
  static constexpr auto function = tenon::function{.name = "greet", .doc = "Greets somebody.", .no_side_effects = true};
  tenon::required<std::string> whom;
  int how_often = 1;
  std::optional<bool> politely{};
};
struct forget {
  static constexpr auto function = tenon::function{.name = "forget", .su = true};
  tenon::required<std::string> whom;
};
struct greeter {
  static constexpr auto manifest = tenon::manifest{
      .name = "greeter", .version = "1.2.0", .doc = "Greets.", .needs = {{"broken", "1.x.x", tenon::optional}}};
  using functions = tenon::functions<greet, forget>;
  std::string call(const greet&) { return {}; }
  void call(const forget&) {}

  using one = tenon::get<"/greet/{name}">;
  using other = tenon::patch<"/greet/{somebody}">;
  using all = tenon::get<"/greetings/{path...}">;
  using routes = tenon::routes<one, other, all>;
  tenon::response handle(one, const tenon::request&) { return tenon::response::text("Hello"); }
  tenon::response handle(other, const tenon::request&) { return tenon::response::text("Hello"); }
  tenon::response handle(all, const tenon::request&) { return tenon::response::text("Hello"); }
};
struct lamp {
  static constexpr auto manifest = tenon::manifest{.name = "lamp", .version = "1.0.0"};
  struct settings {
    tenon::field<int, {.doc = "How bright.", .min = 0, .max = 100}> brightness = 50;
    tenon::secret<std::string> pin = std::string("1234");
  };
};
struct broken {
  static constexpr auto manifest = tenon::manifest{.name = "broken", .version = "1.0.0"};
  void on_start() { throw std::runtime_error("no luck"); }
};
struct waits_for_broken {
  static constexpr auto manifest = tenon::manifest{.name = "waits", .version = "1.0.0", .needs = {{"broken"}}};
};

// What an error is, as whoever calls sees it.
template <class F>
std::string thrown_by(F f) {
  try {
    static_cast<void>(f());
  } catch (const tenon::error& failure) {
    return std::to_string(failure.status()).append(" ").append(failure.message());
  }
  return "nothing";
}

TEST(operations, about_says_what_the_program_is) {
  harness<operations> on;
  const tenon_operations::program_facts facts = on.call("about"_fn);
  EXPECT_EQ(facts.product, "tenon");
  EXPECT_EQ(facts.version, "0.1.0");
  EXPECT_EQ(facts.extension_impl, "");
  EXPECT_LE(facts.server_boot_time, facts.server_time);
}
TEST(operations, ops_lists_every_function_with_its_signature) {
  harness<operations, greeter> on;
  std::map<std::string, tenon_operations::listed_function> all;
  for (const auto& one : on.call("ops"_fn)) all[one.name] = one;
  EXPECT_EQ(all.at("greeter::greet").signature, "(whom: string, howOften: integer = 1, politely?: boolean) -> string");
  EXPECT_TRUE(all.at("greeter::greet").no_side_effects);
  EXPECT_EQ(all.at("greeter::greet").doc, "Greets somebody.");
  EXPECT_EQ(all.at("greeter::forget").signature, "(whom: string) -> null");
  EXPECT_TRUE(all.at("greeter::forget").su && all.at("greeter::forget").admin);
  EXPECT_EQ(all.at("operations::about").signature, "() -> object");
}
TEST(operations, on_settings_are_for_administrators_and_no_others) {
  harness<operations> on;
  std::vector<std::string> for_administrators;
  for (const auto& one : on.call("ops"_fn))
    if (one.admin) for_administrators.push_back(one.name);
  EXPECT_EQ(for_administrators, (std::vector<std::string>{"operations::extSettings", "operations::extSettingsUpdate"}));
}
TEST(operations, exts_says_of_each_extension_how_it_does_since_when_and_why) {
  harness<operations, broken, waits_for_broken> on;
  std::map<std::string, tenon_operations::listed_extension> all;
  for (const auto& one : on.call("exts"_fn)) all[one.name] = one;
  EXPECT_EQ(all.at("operations").ext_status, "ok");
  EXPECT_FALSE(all.at("operations").since);
  EXPECT_EQ(all.at("broken").ext_status, "fault");
  EXPECT_EQ(all.at("broken").status_msg, "no luck");
  ASSERT_TRUE(all.at("broken").since);
  EXPECT_LT(tenon::timestamp(std::chrono::hours(24 * 365 * 50)), *all.at("broken").since);
  EXPECT_EQ(all.at("waits").ext_status, "held");
  EXPECT_NE(all.at("waits").status_msg.find("broken"), std::string::npos) << all.at("waits").status_msg;
}
TEST(operations, libs_says_what_each_extension_needs) {
  harness<operations, greeter> on;
  for (const auto& one : on.call("libs"_fn))
    if (one.name == "greeter") {
      EXPECT_EQ(one.version, "1.2.0");
      EXPECT_EQ(one.depends, std::vector<std::string>{"broken 1.x.x"});
      return;
    }
  FAIL() << "greeter is not there";
}
TEST(operations, is_steady_state_tells_when_the_program_has_been_ready_for_a_while) {
  harness<operations> on;
  EXPECT_FALSE(on.call("isSteadyState"_fn));
  on.advance(std::chrono::minutes(1));
  EXPECT_TRUE(on.call("isSteadyState"_fn));
}

TEST(operations, ext_settings_gives_the_values_and_no_secret) {
  harness<operations, lamp> on;
  EXPECT_EQ(on.call("extSettings"_fn, {.name = std::string("lamp")}).text, R"({"brightness":50,"pin":"***"})");
  EXPECT_EQ(thrown_by([&] { return on.call("extSettings"_fn, {.name = std::string("lmap")}); }),
            "404 no extension with settings is called lmap");
  EXPECT_EQ(on.call("extSettings"_fn, {.name = std::string("lmap"), .checked = false}).text, "");
}
TEST(operations, ext_settings_update_is_seen_at_once_and_refuses_as_a_whole) {
  harness<operations, lamp> on;
  const auto change = [&](std::string_view patch) {
    return on.call("extSettingsUpdate"_fn,
                   {.name = std::string("lamp"), .changes = tenon::json::raw{std::string(patch)}});
  };
  EXPECT_EQ(change(R"({"brightness": 80})").text, R"({"brightness":80,"pin":"***"})");
  EXPECT_EQ(on.app().settings_of<lamp>().brightness, 80);
  EXPECT_NE(thrown_by([&] { return change(R"({"brightness": 101})"); }).find("400 nothing was changed: /brightness: "),
            std::string::npos);
  EXPECT_EQ(change("{}").text, R"({"brightness":80,"pin":"***"})");
  EXPECT_EQ(change(R"({"brightness": null})").text, R"({"brightness":50,"pin":"***"})");
}

struct parameter {
  std::string name, in;
  bool required = false;
  tenon::json::raw schema{};
};
struct operation {
  std::string operationId;
  std::vector<parameter> parameters{};
  std::map<std::string, tenon::json::raw> responses{};
  tenon::json::raw requestBody{};
};
struct document {
  std::string openapi;
  std::map<std::string, std::map<std::string, operation>> paths;
};
TEST(operations, openapi_describes_functions_and_routes) {
  harness<operations, greeter> on;
  const std::string text = on.call("openapi"_fn).text;
  std::vector<tenon::finding> findings;
  const auto read = tenon::json::from_text<document>(
      text, findings, {.unknown = tenon::json::unknown::ignored, .missing = tenon::json::missing::kept});
  ASSERT_TRUE(read) << to_string(findings.front());
  EXPECT_EQ(read->openapi, "3.1.0");
  const operation& greets = read->paths.at("/api/main/greeter::greet").at("get");
  ASSERT_EQ(greets.parameters.size(), 3U);
  EXPECT_TRUE(greets.parameters[0].required);
  EXPECT_EQ(greets.parameters[0].in, "query");
  EXPECT_EQ(greets.parameters[1].name, "howOften");
  EXPECT_NE(greets.parameters[1].schema.text.find(R"("default":1)"), std::string::npos);
  EXPECT_TRUE(greets.responses.contains("200") && greets.responses.contains("403"));
  const operation& forgets = read->paths.at("/api/main/greeter::forget").at("post");
  EXPECT_NE(forgets.requestBody.text.find(R"("required":["whom"])"), std::string::npos) << forgets.requestBody.text;
  // One path, whatever each of its routes calls the parameter.
  const auto& path = read->paths.at("/greet/{name}");
  EXPECT_EQ(path.at("get").parameters.at(0).name, "name");
  EXPECT_EQ(path.at("patch").parameters.at(0).name, "name");
  EXPECT_FALSE(read->paths.contains("/greet/{somebody}"));
  EXPECT_EQ(read->paths.at("/greetings/{path}").at("get").parameters.at(0).name, "path");
}

struct scales {
  static constexpr auto interface = tenon::interface{.name = "scales"};
  struct weigh {
    static constexpr auto method = tenon::driver_method{.name = "weigh", .doc = "Weighs one."};
    using result = int;
    tenon::required<std::string> what;
    int how_often = 1;
  };
  struct reset {
    static constexpr auto method = tenon::driver_method{.name = "reset"};
    using result = void;
  };
  using methods = tenon::methods<weigh, reset>;
};
using kitchen = tenon::driver<"kitchen", scales>;
struct cook {
  static constexpr auto manifest = tenon::manifest{.name = "cook", .version = "1.0.0"};
  using drivers = tenon::drivers<kitchen>;
  int call(kitchen, const scales::weigh&) { return 1; }
  void call(kitchen, const scales::reset&) {}
};
struct door_of_drivers {
  static constexpr auto manifest = tenon::manifest{.name = "door_of_drivers", .version = "1.0.0"};
  using call_driver = tenon::post<"/drivers/call">;
  using routes = tenon::routes<call_driver>;
  tenon::response handle(call_driver, const tenon::request&) { return tenon::response::text("called"); }
};
TEST(operations, openapi_describes_every_method_of_a_driver_where_drivers_can_be_called) {
  harness<operations, cook, door_of_drivers> on;
  std::vector<tenon::finding> findings;
  const auto read = tenon::json::from_text<document>(
      on.call("openapi"_fn).text, findings,
      {.unknown = tenon::json::unknown::ignored, .missing = tenon::json::missing::kept});
  ASSERT_TRUE(read) << to_string(findings.front());
  const std::string& sent = read->paths.at("/drivers/call").at("post").requestBody.text;
  EXPECT_NE(sent.find("multipart/form-data"), std::string::npos) << sent;
  for (const char* part :
       {R"("description":"Weighs one.","required":["interface","method","args"])", R"("interface":{"const":"scales"})",
        R"("driver":{"const":"kitchen"})", R"("method":{"const":"weigh"})", R"("required":["what"])", R"("howOften")",
        R"("required":["interface","method"],"properties":{"interface":{"const":"scales"},"driver":)"
        R"({"const":"kitchen"},"service":{"const":"kitchen"},"method":{"const":"reset"})"})
    EXPECT_NE(sent.find(part), std::string::npos) << part << "\n" << sent;
  harness<operations, cook> without;
  EXPECT_EQ(without.call("openapi"_fn).text.find("/drivers/call"), std::string::npos);
}

}  // namespace
