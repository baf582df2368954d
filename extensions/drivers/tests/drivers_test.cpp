#include "../drivers.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/app.hpp"
#include "tenon/call/create_drivers.hpp"
#include "tenon/extension.hpp"
#include "tenon/testing/fake_clock.hpp"
#include "tenon/testing/fake_http.hpp"
#include "tenon/testing/fake_identity.hpp"
#include "tenon/testing/recorded_log.hpp"

namespace {

using tenon::testing::fake_http;
using tenon::testing::fake_identity;

struct place {
  tenon::required<std::string> room;
};
struct shelf {
  static constexpr auto interface = tenon::interface{.name = "shelf", .doc = "Keeps books."};
  struct put {
    static constexpr auto method =
        tenon::driver_method{.name = "put", .doc = "Puts one there.", .default_parameter = "title"};
    using result = std::string;
    tenon::required<tenon::field<std::string, {.doc = "As it stands on the back."}>> title;
    std::optional<std::string> author{};
    bool is_new = false;
    unsigned pages = 0;
    double price = 0;
    int floor = 1;
    std::vector<int> chapters{};
    std::map<std::string, int> ratings{};
    tenon::json::raw anything{};
    std::optional<place> where{};
    bool test_mode = false;
  };
  struct burn {
    static constexpr auto method = tenon::driver_method{.name = "burn"};
    using result = void;
    std::string how = "quietly";
  };
  using methods = tenon::methods<put, burn>;
};
// Takes whatever comes.
struct diary {
  static constexpr auto interface = tenon::interface{.name = "diary"};
  struct note {
    static constexpr auto method =
        tenon::driver_method{.name = "note", .default_parameter = "title", .all_arguments = "everyThing"};
    using result = tenon::json::raw;
    std::string title = "none";
    tenon::json::raw every_thing{};
  };
  using methods = tenon::methods<note>;
};
using paper = tenon::driver<"paper", diary, {.to = tenon::granted::everyone}>;
struct movers {
  static constexpr auto interface = tenon::interface{.name = "movers"};
  struct move {
    static constexpr auto method = tenon::driver_method{.name = "move"};
    using result = std::string;
    place to;
  };
  using methods = tenon::methods<move>;
};
using strong = tenon::driver<"strong", movers, {.to = tenon::granted::everyone}>;
struct secret_shelf {
  static constexpr auto interface = tenon::interface{.name = "secret-shelf", .no_sdk = true};
  struct look {
    static constexpr auto method = tenon::driver_method{.name = "look"};
    using result = std::string;
  };
  using methods = tenon::methods<look>;
};
struct lonely {
  static constexpr auto interface = tenon::interface{.name = "lonely"};
  using methods = tenon::methods<>;
};

using oak = tenon::driver<"oak", shelf, {.to = tenon::granted::everyone}>;
using pine = tenon::driver<"pine", shelf, {.to = tenon::granted::users, .most_calls = 2, .within_seconds = 10}>;
using steel = tenon::driver<"steel", shelf>;
using behind = tenon::driver<"secret-shelf", secret_shelf, {.to = tenon::granted::everyone}>;

std::string told(const shelf::put& given) {
  std::string out = given.title;
  out.append("|").append(given.author.value_or("-")).append(given.is_new ? "|new|" : "|old|");
  out.append(std::to_string(given.pages)).append("|").append(std::to_string(static_cast<int>(given.price * 100)));
  out.append("|").append(std::to_string(given.floor)).append("|").append(std::to_string(given.chapters.size()));
  out.append("|").append(std::to_string(given.ratings.size())).append("|").append(given.anything.text);
  return out.append(given.test_mode ? "|test" : "");
}

struct library {
  static constexpr auto manifest = tenon::manifest{.name = "library", .version = "2.1.0"};
  using drivers = tenon::drivers<oak, pine, steel, behind, strong, paper>;
  tenon::json::raw call(paper, const diary::note& given) {
    return {std::string("[\"").append(given.title).append("\",").append(given.every_thing.text).append("]")};
  }
  std::string call(strong, const movers::move& given) { return given.to.room; }
  std::string call(oak, const shelf::put& given) { return told(given); }
  void call(oak, const shelf::burn& given) {
    if (given.how == "badly") throw std::runtime_error("the secret is 42");
    if (given.how == "secretly")
      throw tenon::error(tenon::error_type::unknown,
                         tenon::error_options{.message = "/var/shelf.db is full", .debug = R"({"at":1})"});
    if (given.how == "openly") throw tenon::error(tenon::error_type::server_misconfigured, "/var/shelf.db is missing");
    if (given.how == "plainly") throw tenon::error(tenon::error_type::unknown, "no fire");
    if (given.how == "strangely")
      throw tenon::error(tenon::error_type::not_found,
                         tenon::error_options{.message = "no",
                                              .data = R"({"code":"too_wet","status":410,"$":"x","message":7,"k":1})"});
    throw tenon::error(tenon::error_type::not_found,
                       tenon::error_options{.message = "nothing to burn", .data = R"({"shelf": 7})"});
  }
  std::string call(pine, const shelf::put&, const tenon::actor& who) { return std::string(who.user_id()); }
  void call(pine, const shelf::burn&) {}
  std::string call(steel, const shelf::put&) { return "steel"; }
  void call(steel, const shelf::burn&) {}
  std::string call(behind, const secret_shelf::look&) { return "nothing"; }
};

// Makes drivers while the program starts.
struct carpenter {
  static constexpr auto manifest = tenon::manifest{.name = "carpenter", .version = "1.0.0"};
  struct made {
    const std::string* wood;
    std::string call(const shelf::put& given) { return *wood + " " + std::string(given.title); }
    void call(const shelf::burn&, const tenon::actor& who) {
      throw tenon::error(tenon::error_type::access_denied, std::string(who.user_id()) + " may not");
    }
  };
  void on(tenon::core::create_interfaces& event) { event.create<lonely>(); }
  void on(tenon::core::create_drivers& event) {
    for (const std::string& one : woods) event.create<shelf>(one, made{&one}, {.to = tenon::granted::everyone});
  }
  void on(tenon::core::create_permissions& event) {
    event.grant_to_everyone("service:beech:ii:shelf");
    event.grant_to_users(steel{});
    event.grant_to_everyone("service:stele:ii:shelf");
  }
  std::vector<std::string> woods{"ash", "beech"};
};
struct failing {
  static constexpr auto manifest = tenon::manifest{.name = "failing", .version = "1.0.0"};
  using lost = tenon::driver<"lost", shelf, {.to = tenon::granted::everyone}>;
  using drivers = tenon::drivers<lost>;
  void on_start() { throw std::runtime_error("no"); }
  std::string call(lost, const shelf::put&) { return ""; }
  void call(lost, const shelf::burn&) {}
};

class drivers_over_http : public testing::Test {
 protected:
  using app_type = tenon::app<drivers_door, fake_http, fake_identity, library, carpenter, failing>;
  drivers_over_http() : app_({.log_sink = log_.sink(), .clock = &clock_}) { app_.start(); }

  tenon::response ask(tenon::method method, std::string_view path, std::string_view body, std::string_view token) {
    const std::vector<tenon::header> headers{{"Authorization", token}};
    tenon::exchange one{.request = {.method = method,
                                    .method_name = to_string(method),
                                    .target = path,
                                    .path = path,
                                    .headers = headers,
                                    .body = body}};
    EXPECT_TRUE(app_.door().handle(app_.door().app, one));
    return std::move(one.response);
  }
  std::string call(std::string_view body, std::string_view token = "quinn") {
    const tenon::response answer = ask(tenon::method::post, "/drivers/call", body, token);
    EXPECT_EQ(answer.status, 200) << body;
    return std::string(answer.body.view());
  }
  // The result of `put` on oak.
  std::string put(std::string_view args) {
    std::string body = R"({"interface":"shelf","driver":"oak","method":"put","args":)";
    const std::string answer = call(body.append(args).append("}"));
    constexpr std::string_view before = R"({"success":true,"service":{"name":"oak","version":"2.1.0"},"result":")";
    constexpr std::string_view after = R"(","metadata":{}})";
    if (!answer.starts_with(before) || !answer.ends_with(after)) return answer;
    return answer.substr(before.size(), answer.size() - before.size() - after.size());
  }
  std::string get(std::string_view path, std::string_view token = "quinn") {
    return std::string(ask(tenon::method::get, path, "", token).body.view());
  }

  bool logged(std::string_view what) const {
    for (const tenon::testing::log_line& line : log_.lines())
      if (line.message.find(what) != std::string::npos) return true;
    return false;
  }

  tenon::testing::recorded_log log_;
  tenon::testing::fake_clock clock_;
  app_type app_;
};

TEST_F(drivers_over_http, are_called_in_the_envelope_that_clients_know) {
  EXPECT_EQ(call(R"({"interface":"shelf","driver":"oak","method":"put","args":{"title":"Emma"}})"),
            R"({"success":true,"service":{"name":"oak","version":"2.1.0"},"result":"Emma|-|old|0|0|1|0|0|",)"
            R"("metadata":{}})");
  EXPECT_EQ(call(R"({"interface":"shelf","service":"oak","method":"put","args":{"title":"Emma"},"format":1})"),
            call(R"({"interface":"shelf","driver":"oak","method":"put","args":{"title":"Emma"}})"));
  EXPECT_EQ(call(R"({"interface":"shelf","driver":"steel","method":"burn"})", "boss"),
            R"({"success":true,"service":{"name":"steel","version":"2.1.0"},"result":null,"metadata":{}})");
}

TEST_F(drivers_over_http, take_arguments_and_make_of_them_what_the_parameters_are) {
  EXPECT_EQ(put(R"({"title":7})"), "7|-|old|0|0|1|0|0|");
  EXPECT_EQ(put(R"({"title":1.5e3,"author":true})"), "1500|true|old|0|0|1|0|0|");
  EXPECT_EQ(put(R"({"title":"","author":null,"isNew":"false","unknown":[]})"), "|-|new|0|0|1|0|0|");
  EXPECT_EQ(put(R"({"title":"a","isNew":0,"pages":12,"price":0.25,"floor":-3})"), "a|-|old|12|25|-3|0|0|");
  EXPECT_EQ(put(R"({"title":"a","is_new":{},"chapters":[1,2],"ratings":{"q":5},"anything":{"x": 1}})"),
            R"(a|-|new|0|0|1|2|1|{\"x\": 1})");
  EXPECT_EQ(put(R"({"title":"a","chapters":null,"anything":null})"), "a|-|old|0|0|1|0|0|null");
  EXPECT_EQ(put(R"("Emma")"), "Emma|-|old|0|0|1|0|0|");
  EXPECT_EQ(put("7"), "7|-|old|0|0|1|0|0|");
}

TEST_F(drivers_over_http, tell_of_the_first_argument_that_does_not_fit) {
  EXPECT_EQ(put(R"({"title":"a","pages":-1,"floor":"x"})"),
            R"({"success":false,"error":{"interface_name":"shelf","method_name":"put","arg_name":"pages",)"
            R"("code":"argument_consolidation_failed","$":"heyputer:api/APIError",)"
            R"("message":"The argument pages of put, of the interface shelf: expected unsigned number.",)"
            R"("status":400}})");
  for (const char* args : {R"({"title":["a"]})", R"({"title":"a","floor":"1"})", R"({"title":"a","floor":1.5})",
                           R"({"title":"a","chapters":{}})", R"({"title":"a","chapters":["x"]})",
                           R"({"title":"a","ratings":[]})", R"({"title":"a","price":null})", R"([{"a":1}])"})
    EXPECT_NE(put(args).find("argument_consolidation_failed"), std::string::npos) << args << put(args);
  EXPECT_EQ(put("{}"),
            R"({"success":false,"error":{"interface_name":"shelf","method_name":"put","arg_name":"title",)"
            R"("code":"missing_required_argument","$":"heyputer:api/APIError",)"
            R"("message":"Missing required argument: title of put, of the interface shelf.","status":400}})");
  EXPECT_NE(put(R"({"title":null})").find("missing_required_argument"), std::string::npos);
  EXPECT_NE(call(R"({"interface":"shelf","driver":"oak","method":"burn","args":7})").find("object of named arguments"),
            std::string::npos);
}

TEST_F(drivers_over_http, do_not_leave_out_what_an_argument_has_to_have_inside) {
  for (const char* args : {"{}", R"({"to":null})"})
    EXPECT_NE(call(std::string(R"({"interface":"movers","method":"move","args":)").append(args).append("}"))
                  .find("missing_required_argument"),
              std::string::npos);
  EXPECT_NE(call(R"({"interface":"movers","method":"move","args":{"to":{}}})").find("argument_consolidation_failed"),
            std::string::npos);
  EXPECT_NE(call(R"({"interface":"movers","method":"move","args":{"to":{"room":"7"}}})").find(R"("result":"7")"),
            std::string::npos);
  EXPECT_NE(get("/drivers/list-interfaces").find(R"("to":{"type":"json","subtype":"object","required":true})"),
            std::string::npos);
}

TEST_F(drivers_over_http, make_texts_of_numbers_as_the_original_does) {
  EXPECT_EQ(put(R"({"title":-0})"), "0|-|old|0|0|1|0|0|");
  EXPECT_EQ(put(R"({"title":1e20})"), "100000000000000000000|-|old|0|0|1|0|0|");
  EXPECT_EQ(put(R"({"title":0.5})"), "0.5|-|old|0|0|1|0|0|");
  EXPECT_NE(put(R"({"title":1e400})").find("expected string"), std::string::npos);
  EXPECT_EQ(put(R"({"title":"a","isNew":1e400})"), "a|-|new|0|0|1|0|0|");
}

TEST_F(drivers_over_http, hear_of_test_mode_as_of_an_argument_of_that_name) {
  EXPECT_NE(call(R"({"interface":"shelf","driver":"oak","method":"put","args":"a","test_mode":true})").find("|test\""),
            std::string::npos);
}

TEST_F(drivers_over_http, have_all_arguments_in_one_where_their_method_says_so) {
  const auto note = [&](std::string_view args, std::string_view beside = "") {
    std::string body = R"({"interface":"diary","method":"note","args":)";
    const std::string answer = call(body.append(args).append(beside).append("}"));
    const std::size_t from = answer.find(R"("result":)") + 9;
    return answer.substr(from, answer.find(R"(,"metadata")") - from);
  };
  EXPECT_EQ(note(R"({"title":"a","other":[1, 2],"everyThing":7})"),
            R"(["a",{"title":"a","other":[1, 2],"everyThing":7}])");
  EXPECT_EQ(note("{}"), R"(["none",{}])");
  EXPECT_EQ(note("null"), R"(["none",{}])");
  EXPECT_EQ(note(R"("b")"), R"(["b",{"title":"b"}])");
  EXPECT_EQ(note(R"({"x":1})", R"(,"test_mode":true)"), R"(["none",{"x":1,"test_mode":true}])");
  const std::string list = get("/drivers/list-interfaces");
  EXPECT_NE(list.find(R"("parameters":{"*":{"type":"json","optional":true},"title":{"type":"string")"),
            std::string::npos)
      << list;
}

TEST_F(drivers_over_http, are_refused_in_the_order_of_interface_method_arguments_driver_and_right) {
  const auto code = [&](std::string_view body, std::string_view token = "quinn") {
    const std::string answer = call(body, token);
    const std::size_t from = answer.find(R"("code":")") + 8;
    return answer.substr(from, answer.find('"', from) - from);
  };
  EXPECT_EQ(code(R"({"interface":"shelve","driver":"none","method":"none"})"), "interface_not_found");
  EXPECT_EQ(code(R"({"interface":"shelf","driver":"none","method":"none"})"), "method_not_found");
  EXPECT_EQ(code(R"({"interface":"shelf","driver":"none","method":"put"})"), "missing_required_argument");
  EXPECT_EQ(code(R"({"interface":"shelf","driver":"none","method":"put","args":"a"})"), "no_implementation_available");
  EXPECT_EQ(code(R"({"interface":"shelf","driver":"steel","method":"put"})", "key"), "missing_required_argument");
  EXPECT_EQ(code(R"({"interface":"shelf","driver":"steel","method":"put","args":"a"})", "key"), "forbidden");
  EXPECT_EQ(code(R"({"interface":"shelf","driver":"lost","method":"put"})"), "missing_required_argument");
  EXPECT_EQ(code(R"({"interface":"shelf","driver":"lost","method":"put","args":"a"})"), "driver_unavailable");
  for (const char* none : {"{}", ""}) EXPECT_EQ(code(none), "interface_not_found") << none;
  EXPECT_NE(call(R"({"interface":"shelve"})").find("Did you mean shelf?"), std::string::npos);
  EXPECT_NE(call(R"({"interface":"shelf","method":"putt"})").find("The interface shelf has put, burn."),
            std::string::npos);
  EXPECT_NE(call("{}").find("Interface not found: the call names none."), std::string::npos);
  EXPECT_EQ(
      call(R"({"interface":"shelf","driver":"oat","method":"put","args":"a"})"),
      R"({"success":false,"error":{"interface_name":"shelf","driver_name":"oat",)"
      R"("code":"no_implementation_available","$":"heyputer:api/APIError","message":"No implementation available: )"
      R"(the interface shelf has no driver oat. Did you mean oak?","status":502}})");
}

TEST_F(drivers_over_http, are_those_of_the_interfaces_name_or_the_only_one_where_none_is_said) {
  EXPECT_NE(call(R"({"interface":"secret-shelf","method":"look"})").find(R"("result":"nothing")"), std::string::npos);
  EXPECT_NE(call(R"({"interface":"shelf","method":"put","args":"a"})").find("the interface shelf has no driver shelf."),
            std::string::npos);
}

TEST_F(drivers_over_http, are_for_those_to_whom_they_are_granted) {
  const auto may = [&](std::string_view driver, std::string_view token) {
    std::string body = R"({"interface":"shelf","method":"put","args":"a","driver":")";
    return call(body.append(driver).append("\"}"), token).find("forbidden") == std::string::npos;
  };
  EXPECT_TRUE(may("oak", "quinn"));
  EXPECT_TRUE(may("oak", "key"));
  EXPECT_FALSE(may("oak", "reader"));
  EXPECT_NE(call(R"({"interface":"shelf","driver":"oak","method":"put","args":"a"})", "reader").find("runt:execute"),
            std::string::npos);
  EXPECT_EQ(call(R"({"interface":"shelf","driver":"steel","method":"put","args":"a"})", "key").find("runt:execute"),
            std::string::npos);
  EXPECT_TRUE(may("pine", "quinn"));
  EXPECT_FALSE(may("pine", "key"));
  EXPECT_TRUE(may("steel", "boss"));
  EXPECT_TRUE(may("steel", "root"));
  EXPECT_TRUE(may("steel", "quinn"));  // by create.permissions
  EXPECT_FALSE(may("steel", "key"));
  EXPECT_TRUE(may("beech", "key"));
}

TEST_F(drivers_over_http, tell_nothing_to_whom_nobody_knows) {
  for (const char* path : {"/drivers/list-interfaces", "/drivers/usage", "/lsmod"})
    EXPECT_EQ(ask(tenon::method::get, path, "", "").status, 401) << path;
  const tenon::response missing = ask(tenon::method::post, "/drivers/call", "no json", "");
  EXPECT_EQ(missing.status, 401);
  EXPECT_EQ(missing.body.view(), R"({"message":"Missing authentication token.","code":"token_missing"})");
  EXPECT_EQ(ask(tenon::method::post, "/drivers/call", "{}", "stale").body.view(),
            R"({"message":"Authentication failed.","code":"token_auth_failed"})");
}

TEST_F(drivers_over_http, are_not_reached_by_what_is_no_call) {
  for (const char* body : {"no json", "[]", "7", R"({"interface":7})", R"({"test_mode":"yes"})", "{\"a\":1"}) {
    const tenon::response answer = ask(tenon::method::post, "/drivers/call", body, "quinn");
    EXPECT_EQ(answer.status, 400) << body;
    EXPECT_NE(answer.body.view().find(R"("code":"bad_request")"), std::string_view::npos) << answer.body.view();
  }
}

TEST_F(drivers_over_http, that_throw_give_their_error_with_its_type_or_its_message_alone) {
  const auto burn = [&](std::string_view how) {
    std::string body = R"({"interface":"shelf","driver":"oak","method":"burn","args":{"how":")";
    return call(body.append(how).append("\"}}"));
  };
  EXPECT_EQ(burn("x"), R"({"success":false,"error":{"shelf":7,"code":"not_found","$":"heyputer:api/APIError",)"
                       R"("message":"nothing to burn","status":404}})");
  EXPECT_EQ(burn("strangely"), R"({"success":false,"error":{"k":1,"code":"too_wet","$":"heyputer:api/APIError",)"
                               R"("message":"no","status":404}})");
  EXPECT_EQ(burn("plainly"), R"({"success":false,"error":"no fire"})");
  EXPECT_EQ(burn("secretly"), R"({"success":false,"error":"RuntError: unknown"})");
  EXPECT_EQ(burn("openly"), R"({"success":false,"error":"RuntError: server_misconfigured"})");
  EXPECT_TRUE(logged("/var/shelf.db is full"));
  EXPECT_TRUE(logged("/var/shelf.db is missing"));
  EXPECT_EQ(burn("badly"), R"({"success":false,"error":"RuntError: unknown"})");
  EXPECT_TRUE(logged("the secret is 42"));
}

TEST_F(drivers_over_http, may_be_called_so_often_by_each_in_so_many_seconds) {
  constexpr const char* body = R"({"interface":"shelf","driver":"pine","method":"put","args":"a"})";
  EXPECT_NE(call(body).find(R"("result":"quinn")"), std::string::npos);
  EXPECT_NE(call(R"({"interface":"shelf","driver":"pine","method":"put"})").find("missing"), std::string::npos);
  EXPECT_NE(call(body).find(R"("result":"quinn")"), std::string::npos);
  const std::string refused = call(body);
  EXPECT_NE(refused.find(R"("code":"rate_limit_exceeded")"), std::string::npos);
  EXPECT_NE(refused.find(R"("status":429)"), std::string::npos);
  EXPECT_NE(call(R"({"interface":"shelf","driver":"pine","method":"burn"})").find("true"), std::string::npos);
  EXPECT_NE(call(body, "dana").find(R"("result":"dana")"), std::string::npos);
  clock_.advance(std::chrono::seconds(9));
  EXPECT_NE(call(body).find("rate_limit_exceeded"), std::string::npos);
  clock_.advance(std::chrono::seconds(1));
  EXPECT_NE(call(body).find(R"("result":"quinn")"), std::string::npos);
}

TEST_F(drivers_over_http, are_counted_for_each_caller) {
  EXPECT_EQ(get("/drivers/usage"), R"({"user":[],"apps":{},"app_objects":{},"usages":[]})");
  call(R"({"interface":"shelf","driver":"pine","method":"burn"})");
  call(R"({"interface":"shelf","driver":"pine","method":"burn"})");
  call(R"({"interface":"shelf","driver":"pine","method":"burn"})");
  EXPECT_EQ(get("/drivers/usage"), R"({"user":[{"service":{"driver.implementation":"pine","driver.interface":"shelf",)"
                                   R"("driver.method":"burn"},"calls":2}],"apps":{},"app_objects":{},"usages":[]})");
  EXPECT_EQ(get("/drivers/usage", "dana"), R"({"user":[],"apps":{},"app_objects":{},"usages":[]})");
}

TEST_F(drivers_over_http, are_counted_for_each_application_that_acts_for_a_user_and_limited_for_the_user) {
  const std::string body = R"({"interface":"shelf","driver":"pine","method":"burn"})";
  const std::string burnt = R"({"service":{"driver.implementation":"pine","driver.interface":"shelf",)"
                            R"("driver.method":"burn"},"calls":1})";
  call(body, "quinn@paint");
  EXPECT_NE(call(body, "quinn@draw").find("true"), std::string::npos);
  EXPECT_NE(call(body, "quinn@sing").find("rate_limit_exceeded"), std::string::npos) << "two are all that quinn has";
  const auto list = [&](const std::string& apps) {
    return R"({"user":[],"apps":{)" + apps + R"(},"app_objects":{},"usages":[]})";
  };
  EXPECT_EQ(get("/drivers/usage"), list(R"("draw":[)" + burnt + R"(],"paint":[)" + burnt + "]"));
  EXPECT_EQ(get("/drivers/usage", "quinn@paint"), list(R"("paint":[)" + burnt + "]")) << "of others it learns nothing";
}

TEST_F(drivers_over_http, are_listed_by_interface_with_every_parameter) {
  const std::string list = get("/drivers/list-interfaces");
  EXPECT_NE(list.find(R"("lonely":{"description":"","methods":{},"drivers":[]})"), std::string::npos) << list;
  EXPECT_NE(list.find(R"("drivers":["ash","beech","lost","oak","pine","steel"])"), std::string::npos) << list;
  EXPECT_NE(list.find(R"("default_parameter":"title")"), std::string::npos) << list;
  for (const char* one :
       {R"("title":{"type":"string","description":"As it stands on the back.","required":true})",
        R"("author":{"type":"string","optional":true})", R"("isNew":{"type":"flag","optional":true})",
        R"("pages":{"type":"number","unsigned":true,"optional":true})", R"("price":{"type":"number","optional":true})",
        R"("chapters":{"type":"json","subtype":"array","optional":true})",
        R"("ratings":{"type":"json","subtype":"object","optional":true})",
        R"("anything":{"type":"json","optional":true})", R"("result":{"type":"string"})",
        R"("result":{"type":"void"})"})
    EXPECT_NE(list.find(one), std::string::npos) << one << "\n" << list;
}

TEST_F(drivers_over_http, stand_in_lsmod_for_whoever_may_call_them) {
  const std::string mine = get("/lsmod");
  EXPECT_NE(mine.find(R"("implementors":{"ash":{},"beech":{},"lost":{},"oak":{},"pine":{},"steel":{}})"),
            std::string::npos)
      << mine;
  EXPECT_EQ(mine.find("services"), std::string::npos);
  EXPECT_EQ(mine.find("secret-shelf"), std::string::npos);
  EXPECT_EQ(mine.find("lonely"), std::string::npos);
  EXPECT_EQ(get("/lsmod", "reader"), R"({"interfaces":{}})");
  const std::string all = get("/lsmod", "boss");
  EXPECT_NE(all.find(R"("lonely":{"spec":{"description":"","methods":{}},"implementors":{}})"), std::string::npos)
      << all;
  EXPECT_NE(all.find(R"("services":[{"name":"ash","traits":["shelf"]})"), std::string::npos) << all;
  EXPECT_EQ(ask(tenon::method::post, "/lsmod", "", "boss").body.view(), all);
}

TEST_F(drivers_over_http, may_be_made_while_the_program_starts) {
  EXPECT_EQ(call(R"({"interface":"shelf","driver":"ash","method":"put","args":"Emma"})"),
            R"({"success":true,"service":{"name":"ash","version":"1.0.0"},"result":"ash Emma","metadata":{}})");
  EXPECT_NE(call(R"({"interface":"shelf","driver":"ash","method":"burn"})").find("quinn may not"), std::string::npos);
}

TEST_F(drivers_over_http, that_nobody_has_are_granted_with_a_warning) {
  EXPECT_TRUE(logged("service:stele:ii:shelf"));
  EXPECT_FALSE(logged("service:beech:ii:shelf"));
}

TEST_F(drivers_over_http, that_were_made_are_gone_when_the_program_has_ended) {
  app_.stop();
  EXPECT_EQ(ask(tenon::method::post, "/drivers/call", "{}", "quinn").status, 503);
}

// What cannot be made is said, and nobody else is disturbed.
struct clumsy {
  static constexpr auto manifest = tenon::manifest{.name = "clumsy", .version = "1.0.0"};
  static inline int made = 0;
  void on(tenon::core::create_drivers& event) {
    for (const char* name : {"oak", "no name", "birch", "often"}) try {
        event.create<shelf>(name, carpenter::made{nullptr},
                            {.most_calls = name == std::string_view("often") ? 1U : 0U, .within_seconds = 0});
        ++made;
      } catch (const tenon::error& refused) {
        problems.push_back(refused.message());
      }
  }
  std::vector<std::string> problems{};
};
TEST(a_driver_that_cannot_be_made, is_refused_with_the_reason) {
  tenon::app<drivers_door, fake_http, fake_identity, library, clumsy> one;
  ASSERT_TRUE(one.start());
  EXPECT_EQ(clumsy::made, 1);
  EXPECT_EQ(one.part<clumsy>().problems,
            (std::vector<std::string>{
                "the interface shelf has a driver named oak already, of library. Give one of them another name.",
                "clumsy makes a driver named `no name`, a name that has a character other than letters, digits, _ and "
                "-. Write it as in no-frills.",
                "clumsy lets its driver often be called so often in 0 seconds, which limits nothing. Give "
                ".within_seconds a number."}));
}

}  // namespace
