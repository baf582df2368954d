// What `list` and `graph` print of a small composition.
#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "../driver_list.hpp"
#include "../event_list.hpp"
#include "../function_list.hpp"
#include "../graph.hpp"
#include "../route_list.hpp"
#include "../setting_list.hpp"
#include "tenon/app.hpp"
#include "tenon/composition/alias.hpp"
#include "tenon/extension.hpp"
#include "tenon/word/ready.hpp"
#include "tenon/word/restart.hpp"
#include "tenon/word/secret.hpp"

namespace {

struct user_created {
  static constexpr std::string_view name = "user.created";
};
struct users {
  static constexpr auto manifest = tenon::manifest{.name = "users", .version = "1.0.0"};
  using emits = tenon::events<user_created>;
  using exports = int;
  using all = tenon::get<"/users", tenon::blocking>;
  using routes = tenon::routes<all>;
  int& exported() { return count; }
  tenon::response handle(all, const tenon::request&) { return {}; }
  int count = 0;
};
struct mail {
  static constexpr auto manifest = tenon::manifest{.name = "mail", .version = "1.0.0", .needs = {{"users"}}};
  struct server {
    std::string host = "localhost";
    tenon::field<int, {.doc = "Where it listens.", .min = 1, .max = 65535}> port = 25;
  };
  struct settings {
    mail::server server{};
    tenon::restart<int> workers = 4;
    tenon::secret<std::string> password{"hunter2"};
  };
  void on(const user_created&) {}
};
struct bookshelf {
  tenon::field<int, {.doc = "That one may have.", .min = 1, .max = 50, .unit = "books"}> most = 10;
  tenon::field<std::string, {.max = 9, .unit = "Latin letters"}> text{};
};
struct audit {
  static constexpr auto manifest = tenon::manifest{.name = "audit", .version = "1.0.0", .needs = {{"users"}}};
  using delivery = tenon::on_executor;
  using listens = tenon::listens<tenon::pattern<"user.*">>;
  void on_any(const auto&) {}
};
struct salon {
  static constexpr auto manifest = tenon::manifest{.name = "salon", .version = "1.0.0"};
  using talk = tenon::web_socket<"/talk", tenon::any_origin, tenon::message_limit<4096>>;
  using routes = tenon::routes<talk>;
  tenon::conversation handle(talk, tenon::web_socket_peer& peer) { co_await peer.receive(); }
};
struct desk {
  static constexpr auto manifest = tenon::manifest{.name = "desk", .version = "1.0.0"};
  using ask = tenon::get<"/desk", tenon::asks_itself>;
  using routes = tenon::routes<ask>;
  tenon::response handle(ask, const tenon::request&) { return {}; }
};
using composition = tenon::app<audit, mail, users>;
using namespace tenon_commands;

TEST(event_list, says_who_emits_and_who_hears) {
  EXPECT_EQ(event_table(composition::events(), composition::extensions()),
            "EVENT                    EMITTERS  LISTENERS   NOTES\n"
            "ip.validate              tenon                 may-be-unheard fail-closed\n"
            "ready                    tenon                 may-be-unheard\n"
            "request.answered         tenon                 may-be-unheard\n"
            "request.will-be-handled  tenon                 may-be-unheard\n"
            "user.created             users     audit mail\n");
  EXPECT_NE(event_json(composition::events(), composition::extensions()).find(R"("name": "user.created")"),
            std::string::npos);
}

TEST(listener_list, is_in_the_order_of_being_told_and_says_by_what) {
  EXPECT_EQ(listener_table(composition::events(), composition::extensions()),
            "EVENT         EXTENSION  BY       NOTES\n"
            "user.created  audit      pattern  posted\n"
            "user.created  mail       on\n");
  EXPECT_NE(listener_json(composition::events(), composition::extensions()).find(R"("by": "pattern")"),
            std::string::npos);
}

struct user_added {
  static constexpr std::string_view name = "user.added";
};
struct welcome {
  static constexpr auto manifest = tenon::manifest{.name = "welcome", .version = "1.0.0"};
  void on(const user_added&) {}
  void on(const tenon::core::ready&) {}
};
using with_alias = tenon::app<users, welcome, tenon::alias<user_created, user_added>>;

TEST(event_list, names_the_other_events_of_an_alias) {
  const std::string table = event_table(with_alias::events(), with_alias::extensions());
  EXPECT_NE(table.find("user.created             users     welcome    alias=user.added\n"), std::string::npos) << table;
  const std::string json = listener_json(with_alias::events(), with_alias::extensions());
  EXPECT_NE(json.find(R"("as": "user.added")"), std::string::npos) << json;
}
TEST(listener_list, says_as_what_an_event_is_heard_that_is_one_with_another) {
  const std::string table = listener_table(with_alias::events(), with_alias::extensions());
  EXPECT_NE(table.find("user.created  welcome    on  as=user.added\n"), std::string::npos) << table;
}
TEST(graph, shows_the_app_where_somebody_hears_what_it_emits) {
  const std::string dot = graph_dot(with_alias::events(), with_alias::extensions());
  EXPECT_NE(dot.find("\"tenon\" -> \"welcome\" [style=dashed, label=\"ready\"];"), std::string::npos) << dot;
  EXPECT_EQ(graph_dot(composition::events(), composition::extensions()).find("tenon"), std::string::npos);
}

TEST(export_list, names_the_type_that_is_given_out) {
  EXPECT_EQ(export_table(composition::extensions()),
            "EXTENSION  TYPE  IMPORTERS\n"
            "users      int   audit mail\n");
  EXPECT_NE(export_json(composition::extensions()).find(R"("type": "int")"), std::string::npos);
}

struct hello_world {
  static constexpr auto function =
      tenon::function{.name = "helloWorld", .doc = "Greets somebody.", .no_side_effects = true};
  std::string subject = "World";
};
struct send {
  static constexpr auto function = tenon::function{.name = "send", .doc = "Sends a letter.", .su = true};
  tenon::required<tenon::field<std::string, {.doc = "Whom to."}>> to;
  std::optional<int> copies{};
};
struct office {
  static constexpr auto manifest = tenon::manifest{.name = "office", .version = "1.0.0"};
  using functions = tenon::functions<hello_world, send>;
  int call(const hello_world&) { return 1; }
  void call(const send&) {}
};

TEST(function_list, names_arguments_defaults_and_rights) {
  EXPECT_EQ(function_table(tenon::app<office>::functions()),
            "FUNCTION    EXTENSION  ARGUMENTS          NOTES\n"
            "helloWorld  office     subject = \"World\"  no-side-effects\n"
            "send        office     to, copies?        su\n");
  const std::string json = function_json(tenon::app<office>::functions());
  for (const char* part : {R"("name": "helloWorld")", R"("value": "World")", R"("required": true)",
                           R"("doc": "Whom to.")", R"("result": "int")", R"("su": true)"})
    EXPECT_NE(json.find(part), std::string::npos) << part << '\n' << json;
}

struct scales {
  static constexpr auto interface = tenon::interface{.name = "scales", .doc = "Weighs."};
  struct weigh {
    static constexpr auto method = tenon::driver_method{.name = "weigh", .doc = "Weighs one."};
    using result = int;
    tenon::required<std::string> what;
    int times = 1;
  };
  using methods = tenon::methods<weigh>;
};
using kitchen = tenon::driver<"kitchen", scales, {.doc = "To the gram.", .to = tenon::granted::users, .most_calls = 5}>;
struct cook {
  static constexpr auto manifest = tenon::manifest{.name = "cook", .version = "1.0.0"};
  using drivers = tenon::drivers<kitchen>;
  int call(kitchen, const scales::weigh&) { return 1; }
};

TEST(driver_list, names_interfaces_methods_arguments_and_who_may_call_them) {
  EXPECT_EQ(driver_table(tenon::app<cook>::drivers()),
            "INTERFACE  DRIVER   EXTENSION  METHOD  ARGUMENTS        FOR\n"
            "scales     kitchen  cook       weigh   what, times = 1  users\n");
  const std::string json = driver_json(tenon::app<cook>::drivers());
  for (const char* part : {R"("interface": "scales")", R"("doc": "To the gram.")", R"("granted_to": "users")",
                           R"("most_calls": 5)", R"("within_seconds": 60)", R"("name": "weigh")",
                           R"("doc": "Weighs one.")", R"("required": true)", R"("result": "int")"})
    EXPECT_NE(json.find(part), std::string::npos) << part << '\n' << json;
}

struct crowd {
  static constexpr auto manifest = tenon::manifest{.name = "crowd", .version = "1.0.0"};
  using exports = char;
  char& exported() { return count; }
  char count = 0;
};
struct guest {
  static constexpr auto manifest = tenon::manifest{
      .name = "guest", .version = "1.0.0", .needs = {{"nobody", "x.x.x", tenon::optional}, {"users"}, {"crowd"}}};
};

TEST(export_list, says_who_imports_it_and_who_by_a_redirect) {
  using redirected = tenon::app<guest, audit, crowd, tenon::redirect<"users", "crowd">>;
  EXPECT_EQ(export_table(redirected::extensions()),
            "EXTENSION  TYPE  IMPORTERS\n"
            "crowd      char  audit (as users) guest (as users) guest\n");
  const std::string json = export_json(redirected::extensions());
  EXPECT_NE(json.find(R"("as": "users")"), std::string::npos) << json;
  EXPECT_NE(json.find(R"("extension": "guest")"), std::string::npos) << json;
}

TEST(export_list, names_what_nobody_imports_too) {
  EXPECT_EQ(export_table(tenon::app<crowd>::extensions()),
            "EXTENSION  TYPE  IMPORTERS\n"
            "crowd      char\n");
}

TEST(route_list, says_who_answers) {
  EXPECT_EQ(route_table(composition::routes()),
            "METHOD  PATTERN  EXTENSION  NOTES\n"
            "GET     /users   users      blocking\n");
  EXPECT_NE(route_json(composition::routes()).find(R"("blocking": true)"), std::string::npos);
}

TEST(route_list, says_of_a_web_socket_that_it_is_one_and_on_what_terms) {
  EXPECT_EQ(route_table(tenon::app<salon>::routes()),
            "METHOD  PATTERN  EXTENSION  NOTES\n"
            "GET     /talk    salon      web socket message<=4096 any origin\n");
  const std::string json = route_json(tenon::app<salon>::routes());
  EXPECT_NE(json.find(R"("web_socket": true)"), std::string::npos) << json;
}

TEST(route_list, says_of_a_handler_that_it_asks_itself_who_it_is) {
  EXPECT_EQ(route_table(tenon::app<desk>::routes()),
            "METHOD  PATTERN  EXTENSION  NOTES\n"
            "GET     /desk    desk       asks_itself\n");
  const std::string json = route_json(tenon::app<desk>::routes());
  EXPECT_NE(json.find(R"("access": "asks_itself")"), std::string::npos) << json;
}

TEST(setting_list, shows_every_key_with_its_default_and_no_secret) {
  std::vector<listed_setting> all;
  mail::settings defaults;
  add_settings(all, "mail", tenon::reflect::described<mail::settings>, &defaults);
  EXPECT_EQ(setting_table(all),
            "EXTENSION  KEY           DEFAULT      TAKES                               NOTES\n"
            "mail       /server/host  \"localhost\"  a text\n"
            "mail       /server/port  25           a whole number between 1 and 65535  Where it listens.\n"
            "mail       /workers      4            a whole number                      restart\n"
            "mail       /password     ***          a text\n");
  EXPECT_EQ(setting_json(all).find("hunter2"), std::string::npos);
}

TEST(setting_list, says_a_unit_once) {
  std::vector<listed_setting> all;
  bookshelf defaults;
  add_settings(all, "shelf", tenon::reflect::described<bookshelf>, &defaults);
  EXPECT_EQ(setting_table(all),
            "EXTENSION  KEY    DEFAULT  TAKES                                    NOTES\n"
            "shelf      /most  10       a whole number between 1 and 50 (books)  That one may have.\n"
            "shelf      /text  \"\"       a text of at most 9 bytes                in Latin letters\n");
}

TEST(graph, has_an_edge_for_each_need_import_and_event) {
  const std::string dot = graph_dot(composition::events(), composition::extensions());
  EXPECT_NE(dot.find("\"mail\" -> \"users\" [style=solid];"), std::string::npos) << dot;
  EXPECT_NE(dot.find("\"mail\" -> \"users\" [style=dotted, label=\"int\"];"), std::string::npos) << dot;
  EXPECT_NE(dot.find("\"users\" -> \"mail\" [style=dashed, label=\"user.created\"];"), std::string::npos) << dot;
  const std::string json = graph_json(composition::events(), composition::extensions());
  EXPECT_NE(json.find(R"("kind": "event")"), std::string::npos) << json;
}

}  // namespace
