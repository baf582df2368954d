#include "../operations.hpp"

#include <gtest/gtest.h>

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/extension.hpp"
#include "tenon/json/from_text.hpp"
#include "tenon/testing/fake_identity.hpp"
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
            "404 this program has no extension \"lmap\". Did you mean \"lamp\"?");
  EXPECT_EQ(on.call("extSettings"_fn, {.name = std::string("lmap"), .checked = false}).text, "");
}
TEST(operations, ext_settings_is_empty_of_an_extension_that_has_none_whether_checked_or_not) {
  harness<operations, greeter> on;
  EXPECT_EQ(on.call("extSettings"_fn, {.name = std::string("greeter")}).text, "{}");
  EXPECT_EQ(on.call("extSettings"_fn, {.name = std::string("greeter"), .checked = false}).text, "{}");
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
  tenon::json::raw schema{}, content{};
};
struct operation {
  std::string operationId, description;
  tenon::json::raw security{};
  std::vector<parameter> parameters{};
  std::map<std::string, tenon::json::raw> responses{};
  tenon::json::raw requestBody{};
};
struct document {
  std::string openapi;
  std::map<std::string, std::map<std::string, operation>> paths;
  tenon::json::raw components{};
};
document described(const tenon::json::raw& text) {
  std::vector<tenon::finding> findings;
  auto read = tenon::json::from_text<document>(
      text.text, findings, {.unknown = tenon::json::unknown::ignored, .missing = tenon::json::missing::kept});
  if (!read) throw std::runtime_error(to_string(findings.front()));
  return *std::move(read);
}
TEST(operations, openapi_describes_functions_and_routes) {
  harness<operations, greeter> on;
  const document read = described(on.call("openapi"_fn));
  EXPECT_EQ(read.openapi, "3.1.0");
  const operation& greets = read.paths.at("/api/main/greeter::greet").at("get");
  ASSERT_EQ(greets.parameters.size(), 3U);
  EXPECT_TRUE(greets.parameters[0].required);
  EXPECT_EQ(greets.parameters[0].in, "query");
  EXPECT_EQ(greets.parameters[1].name, "howOften");
  EXPECT_NE(greets.parameters[1].schema.text.find(R"("default":1)"), std::string::npos);
  EXPECT_TRUE(greets.responses.contains("200") && greets.responses.contains("403"));
  const operation& forgets = read.paths.at("/api/main/greeter::forget").at("post");
  EXPECT_NE(forgets.requestBody.text.find(R"("required":["whom"])"), std::string::npos) << forgets.requestBody.text;
  // One path, whatever each of its routes calls the parameter.
  const auto& path = read.paths.at("/greet/{name}");
  EXPECT_EQ(path.at("get").parameters.at(0).name, "name");
  EXPECT_EQ(path.at("patch").parameters.at(0).name, "name");
  EXPECT_FALSE(read.paths.contains("/greet/{somebody}"));
  EXPECT_EQ(read.paths.at("/greetings/{path}").at("get").parameters.at(0).name, "path");
}

// What a route says of who may, and where else it is served.
struct count {
  static constexpr auto function = tenon::function{.name = "count", .admin = true, .no_side_effects = true};
  std::vector<int> numbers{};
  std::optional<std::string> unit{};
};
struct club {
  static constexpr auto manifest = tenon::manifest{.name = "front-desk", .version = "1.0.0", .needs = {{"identity"}}};
  using functions = tenon::functions<count>;
  void call(const count&) {}

  using open = tenon::get<"/open">;
  using bar = tenon::get<"/bar", tenon::optionally_authenticated>;
  using lounge = tenon::get<"/lounge", tenon::authenticated, tenon::rate_limit<3>>;
  using kitchen = tenon::post<"/kitchen", tenon::requires_role<tenon::role::admin>,
                              tenon::requires_scope<tenon::scope::execute>, tenon::body_limit<4>>;
  using vault = tenon::get<"/vault", tenon::requires_role<tenon::role::su>>;
  using gate = tenon::get<"/gate", tenon::asks_itself>;
  using bell = tenon::get<"/front-desk/bell">;
  using routes = tenon::routes<open, bar, lounge, kitchen, vault, gate, bell>;
  tenon::response handle(auto, const tenon::request&) { return tenon::response::text("come in"); }
  using web_options = tenon::web_options<tenon::authenticated>;
  tenon::response on_get(const tenon::request&) { return tenon::response::text("here"); }
};
TEST(operations, openapi_says_of_each_operation_who_may) {
  harness<operations, club, greeter, tenon::testing::fake_identity> on;
  const document read = described(on.call("openapi"_fn));
  const auto security = [&](const char* path, const char* method = "get") {
    return read.paths.at(path).at(method).security.text;
  };
  EXPECT_EQ(security("/open"), "[]");
  EXPECT_EQ(security("/greet/{name}"), "[]");
  EXPECT_EQ(security("/bar"), R"([{},{"bearer":[]}])");
  EXPECT_EQ(security("/lounge"), R"([{"bearer":[]}])");
  EXPECT_EQ(security("/kitchen", "post"), R"([{"bearer":["admin","runt:execute"]}])");
  EXPECT_EQ(security("/vault"), R"([{"bearer":["su"]}])");
  EXPECT_EQ(security("/gate"), R"([{"bearer":[]}])");
  EXPECT_EQ(security("/front-desk/{rest}"), R"([{"bearer":[]}])");
  EXPECT_EQ(security("/api/main/greeter::greet"), R"([{"bearer":["runt:read"]}])");
  EXPECT_EQ(security("/api/main/greeter::forget", "post"), R"([{"bearer":["su","runt:execute"]}])");
  EXPECT_EQ(security("/api/main/front-desk::count"), R"([{"bearer":["admin","runt:read"]}])");
  EXPECT_EQ(read.paths.at("/kitchen").at("post").description,
            "For administrators alone. A token that lists scopes needs runt:execute.");
  EXPECT_TRUE(read.paths.at("/api/main/greeter::forget").at("post").description.starts_with("For superusers alone. "));
}
TEST(operations, openapi_says_what_may_be_answered) {
  harness<operations, club, greeter, tenon::testing::fake_identity> on;
  const document read = described(on.call("openapi"_fn));
  const auto statuses = [&](const char* path, const char* method) {
    std::string out;
    for (const auto& [status, unused] : read.paths.at(path).at(method).responses) out.append(status).append(" ");
    return out;
  };
  EXPECT_EQ(statuses("/api/main/greeter::greet", "get"), "200 400 401 403 404 406 500 503 504 ");
  EXPECT_EQ(statuses("/api/main/greeter::forget", "post"), "200 400 401 403 404 406 415 500 503 504 ")
      << "it has a body, which may be of another type";
  EXPECT_EQ(statuses("/open", "get"), "default ");
  EXPECT_EQ(statuses("/lounge", "get"), "401 429 default ");
  EXPECT_EQ(statuses("/kitchen", "post"), "401 403 413 default ");
  const operation& forgets = read.paths.at("/api/main/greeter::forget").at("post");
  EXPECT_EQ(forgets.responses.at("504").text, R"({"$ref":"#/components/responses/TimedOut"})");
  EXPECT_NE(forgets.description.find("GET is answered by #/components/responses/MethodNotAllowed"), std::string::npos);
  EXPECT_EQ(forgets.responses.at("415").text, R"({"$ref":"#/components/responses/UnsupportedMediaType"})");
  const operation& greets = read.paths.at("/api/main/greeter::greet").at("get");
  EXPECT_EQ(greets.responses.at("406").text, R"({"$ref":"#/components/responses/NotAcceptable"})");
  EXPECT_NE(
      greets.description.find("a body of another type is answered by #/components/responses/UnsupportedMediaType"),
      std::string::npos)
      << greets.description;
  for (const char* part :
       {R"("TimedOut":{"description":"It takes longer than a caller waits.","content":{"application/json":{"schema":)"
        R"({"type":"object","required":["spec","status","dis"],"properties":{"spec":{"enum":["sys.api::TimeoutErr"]},)"
        R"("status":{"const":504},"dis":{"type":"string"}}}}}})",
        R"("required":["spec","status","dis","allow"],"properties":{"spec":{"enum":["sys.api::MethodNotAllowedErr"]},)"
        R"("status":{"const":405})",
        R"("status":{"const":501})",
        R"("dis":{"type":"string"}}}},)"
        R"("type":{"type":"string"},"data":{"type":"object"}}}}}},"MethodNotAllowed")",
        R"("candidates":{"type":"array","description":"The whole names of several.","items":{"type":"string"}},)"
        R"("type":{"type":"string"},"data":{"type":"object"}}}}}},"NotImplemented")",
        R"("status":{"const":500},"dis":{"type":"string"},"type":{"type":"string"},"data":{"type":"object"}}}}}})",
        R"("NotAcceptable":{"description":"There is an Accept, and application/json is not in it.",)"
        R"("content":{"application/json":{"schema":{"type":"object","required":["spec","status","dis"],"properties":)"
        R"({"spec":{"enum":["sys.api::NotAcceptableErr"]},"status":{"const":406},"dis":{"type":"string"}}}}}})",
        R"("UnsupportedMediaType":{"description":"There is a body, and its Content-Type is not application/json.",)"
        R"("content":{"application/json":{"schema":{"type":"object","required":["spec","status","dis"],"properties":)"
        R"({"spec":{"enum":["sys.api::UnsupportedMediaTypeErr"]},"status":{"const":415},"dis":{"type":"string"}}}}}})"})
    EXPECT_NE(read.components.text.find(part), std::string::npos) << part << "\n" << read.components.text;
}
TEST(operations, openapi_says_of_lists_in_a_query_that_they_are_json) {
  harness<operations, club, tenon::testing::fake_identity> on;
  const document read = described(on.call("openapi"_fn));
  const std::vector<parameter>& said = read.paths.at("/api/main/front-desk::count").at("get").parameters;
  ASSERT_EQ(said.size(), 2U);
  EXPECT_TRUE(said[0].content.text.starts_with(R"({"application/json":{"schema":{"type":"array")"));
  EXPECT_EQ(said[0].schema.text, "");
  EXPECT_EQ(said[1].content.text, "");
  EXPECT_NE(said[1].schema.text, "");
}

// The door of functions, as far as routes tell of it.
struct door_of_functions {
  static constexpr auto manifest = tenon::manifest{.name = "functions", .version = "1.0.0"};
  using mounted = tenon::get<"/api/{project}/ext/{path...}">;
  using routes = tenon::routes<mounted>;
  tenon::response handle(mounted, const tenon::request&) { return {}; }
};
TEST(operations, openapi_has_what_stands_below_the_name_of_an_extension_at_its_second_door_too) {
  harness<operations, club, greeter, door_of_functions, tenon::testing::fake_identity> on;
  const document read = described(on.call("openapi"_fn));
  const operation& second = read.paths.at("/api/main/ext/front-desk/{rest}").at("get");
  EXPECT_EQ(second.operationId, "front-desk.get.api.main.ext.front-desk.~rest~");
  EXPECT_EQ(second.security.text, R"([{"bearer":[]}])");
  EXPECT_EQ(second.parameters.at(0).name, "rest");
  EXPECT_TRUE(read.paths.contains("/api/main/ext/front-desk"));
  EXPECT_TRUE(read.paths.contains("/api/main/ext/front-desk/bell"));
  EXPECT_TRUE(read.paths.contains("/front-desk"));
  EXPECT_FALSE(read.paths.contains("/api/main/ext/lounge"));
  EXPECT_FALSE(read.paths.contains("/api/main/ext/greet/{name}"));
  harness<operations, club, tenon::testing::fake_identity> without;
  EXPECT_EQ(without.call("openapi"_fn).text.find("/api/main/ext/"), std::string::npos);
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
  const document read = described(on.call("openapi"_fn));
  const std::string& sent = read.paths.at("/drivers/call").at("post").requestBody.text;
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
