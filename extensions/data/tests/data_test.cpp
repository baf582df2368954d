#include "../data.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <optional>
#include <string>

#include "stage.hpp"
#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/json/from_text.hpp"
#include "tenon/testing/harness.hpp"
#include "tenon/word/attempt.hpp"

namespace {

using namespace tenon::literals;
using namespace std::chrono_literals;
using tenon_data::kv_driver, tenon_data::puter_kvstore;

struct counter {
  static constexpr auto manifest = tenon::manifest{.name = "counter", .version = "1.0.0", .needs = {{"data", "1.x.x"}}};
  void on_start(auto& ctx) {
    auto own = ctx.import("data"_ext, tenon_data::any_data);
    own.kv.incr("starts");
    starts = own.kv.get("starts", 0);
    own.kv.set("name", "Dave", 3600s);
    name = own.kv.get("name", "nobody");
    own.kv.set("numbers", std::vector<int>{1, 2});
    numbers = own.kv.get("numbers", std::vector<int>{}).size();
    own.kv.decr("below", 5);
    below = own.kv.get("below", 0);
    nothing = own.kv.get("nothing", -1);
    own.kv.add("list", "first");
    own.kv.add("profile", {{"tags", "[1,2]"}, {"age", "7"}});
    listed = own.kv.add("list", std::vector<int>{2, 3}).text + own.kv.remove("profile", "age", "no.such").text;
    own.kv.del("list");
    own.kv.del("profile");
    own.cache.set("word", "short");
    cached = own.cache.get("word").value_or("");
    const tenon::passport quinn{.user = {.id = "quinn", .email = "quinn@example.org"}};
    own.kv.as({.passport = &quinn}).set("color", "red");
  }
  int starts = 0, below = 0, nothing = 0;
  std::size_t numbers = 0;
  std::string name{}, cached{}, listed{};
};
// Looks where the other one has put something.
struct neighbour {
  static constexpr auto manifest = tenon::manifest{
      .name = "neighbour", .version = "1.0.0", .needs = {{"data", "1.x.x", tenon::optional}, {"counter", "1.x.x"}}};
  void on_start(auto& ctx) {
    if constexpr (const auto own = ctx.find("data"_ext)) {
      found = own->kv.get("starts").has_value() || own->cache.get("word").has_value();
      looked = true;
    }
  }
  bool found = false, looked = false;
};

using app = tenon::app<data, counter, neighbour>;

TEST(data, gives_each_importer_values_of_its_own_that_last) {
  const tenon::testing::scratch_folder folder;
  for (int run = 1; run <= 2; ++run) {
    app one({.data_dir = folder.path()});
    ASSERT_TRUE(one.start());
    const counter& mine = one.part<counter>();
    EXPECT_EQ(mine.starts, run);
    EXPECT_EQ(mine.below, -5 * run);
    EXPECT_EQ(mine.nothing, -1);
    EXPECT_EQ(mine.name, "Dave");
    EXPECT_EQ(mine.numbers, 2U);
    EXPECT_EQ(mine.cached, "short");
    EXPECT_EQ(mine.listed, R"(["first",2,3]{"tags":[1,2]})");
    EXPECT_TRUE(one.part<neighbour>().looked);
    EXPECT_FALSE(one.part<neighbour>().found);
  }
}

TEST(data, stands_in_a_harness_on_a_folder_that_is_gone_afterwards) {
  for (int run = 0; run < 2; ++run) {
    tenon::testing::harness<counter, data> on;
    EXPECT_EQ(on.extension().starts, 1);
    EXPECT_EQ(on.extension().name, "Dave");
  }
}

struct wrong_type {
  static constexpr auto manifest =
      tenon::manifest{.name = "wrong_type", .version = "1.0.0", .needs = {{"data", "1.x.x"}}};
  void on_start(auto& ctx) {
    auto own = ctx.import("data"_ext);
    own.kv.set("name", "Dave");
    try {
      static_cast<void>(own.kv.get("name", 0));
    } catch (const tenon::error& refused) {
      message = refused.message();
    }
  }
  std::string message{};
};
TEST(data, says_which_key_holds_something_else_than_is_asked_for) {
  const tenon::testing::scratch_folder folder;
  tenon::app<data, wrong_type> one({.data_dir = folder.path()});
  ASSERT_TRUE(one.start());
  EXPECT_EQ(one.part<wrong_type>().message.find("the value of the key name is not what was asked for"), 0U)
      << one.part<wrong_type>().message;
}

struct library {
  static constexpr auto manifest =
      tenon::manifest{.name = "library", .version = "1.0.0", .needs = {{"data", "1.x.x"}, {"http", "1.x.x"}}};
  using one_book = tenon::get<"/books/{id}", tenon::blocking>;
  using twice = tenon::get<"/twice", tenon::blocking>;
  using routes = tenon::routes<one_book, twice>;
  void on_start(auto& ctx) { ctx.import("data"_ext).db.migrate({"CREATE TABLE books (id TEXT PRIMARY KEY)"}); }
  tenon::response handle(one_book route, const tenon::request&, auto& ctx) {
    auto db = ctx.import("data"_ext).db;
    return tenon::response::json(db.require_read("SELECT * FROM books WHERE id = ?", route.at<"id">()).json());
  }
  tenon::response handle(twice, const tenon::request&, auto& ctx) {
    auto db = ctx.import("data"_ext).db;
    for (int i = 0; i < 2; ++i) db.write("INSERT INTO books VALUES ('a')");
    return tenon::response::text("");
  }
};
TEST(data, shows_clients_no_sql_and_the_log_all_of_it) {
  tenon::testing::harness<library, data> on;
  const tenon::response missing = on.get("/books/7"), twice = on.get("/twice");
  EXPECT_EQ(missing.status, 404);
  EXPECT_EQ(missing.body.view(), R"({"type":"not_found","message":"what was asked for is not there","data":{}})");
  EXPECT_EQ(twice.status, 500);
  EXPECT_EQ(twice.body.view(), R"({"type":"unknown","message":"the tables could not be read or changed as they )"
                               R"(should be; the log of the program says why","data":{}})");
  std::string log;
  for (const tenon::testing::log_line& one : on.logs())
    log.append(to_string(one.level)).append(" ").append(one.message).append("\n");
  EXPECT_NE(log.find("debug GET /books/7 failed: not_found: what was asked for is not there, caused by: required read "
                     "failed: SELECT * FROM books WHERE id = ?\n"),
            std::string::npos)
      << log;
  EXPECT_NE(log.find("UNIQUE constraint failed: books.id"), std::string::npos) << log;
}

TEST(data, that_cannot_be_opened_ends_the_start) {
  tenon::app<data> one({.data_dir = "/nowhere/at/all"});
  EXPECT_FALSE(one.start());
}

tenon_data::kv_space space(std::string_view user, std::string_view acts, std::string_view asked) {
  const tenon::passport who{.user = {.id = std::string(user), .email = "x@example.org"}, .app = std::string(acts)};
  return tenon_data::space_of({.passport = &who}, asked);
}
TEST(whose_values_are_meant, follows_from_the_user_and_the_application) {
  EXPECT_EQ(space("quinn", "", "").app, "global");
  EXPECT_EQ(space("quinn", "paint", "").app, "app:paint");
  EXPECT_EQ(space("quinn", "", "paint").app, "app:paint");
  EXPECT_EQ(space("quinn", "paint", "paint").app, "app:paint");
  EXPECT_EQ(space("quinn", "global", "").app, "app:global");
  EXPECT_EQ(space("dana", "paint", "").owner, "dana");
  const tenon_data::kv_space own = tenon_data::space_of({.extension = "paint"}, "other");
  EXPECT_EQ(own.owner, "");
  EXPECT_EQ(own.app, "paint");
}
TEST(whose_values_are_meant, is_never_another_application_than_the_one_that_acts) {
  for (const char* other : {"draw", "global", "app:paint"}) try {
      static_cast<void>(space("quinn", "paint", other));
      FAIL() << other;
    } catch (const tenon::error& refused) {
      EXPECT_EQ(refused.type(), tenon::error_type::access_denied);
    }
}

// A client of the original.
class puter_kvstore_driver : public testing::Test {
 protected:
  puter_kvstore_driver() : app_({.data_dir = folder_.path()}) { app_.start(); }
  template <class M>
  typename M::result call(const M& what, std::string_view user = "quinn", std::string_view acts = "") {
    const tenon::passport who{.user = {.id = std::string(user), .email = "somebody@example.org"},
                              .app = std::string(acts)};
    return app_.part<data>().call(kv_driver{}, what, tenon::actor{.passport = &who});
  }
  template <class M>
  std::string data_of_refusal(const M& what) {
    try {
      static_cast<void>(call(what));
    } catch (const tenon::error& refused) {
      return refused.data();
    }
    return "nothing was refused";
  }
  std::string get(std::string_view key, std::string_view user = "quinn") {
    return call(puter_kvstore::get{.key = tenon::json::raw{std::string(key)}}, user).text;
  }
  static tenon_data::unix_seconds now() {
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
  }

  tenon::testing::scratch_folder folder_;
  tenon::app<data> app_;
};

TEST_F(puter_kvstore_driver, keeps_values_for_each_user) {
  EXPECT_TRUE(call(puter_kvstore::set{.key = std::string("color"), .value = {R"("red")"}}));
  EXPECT_EQ(get(R"("color")"), R"("red")");
  EXPECT_EQ(get(R"("color")", "dana"), "null");
  EXPECT_EQ(get(R"(["color","size"])"), R"(["red",null])");
  EXPECT_TRUE(call(puter_kvstore::set{.key = std::string("7")}));
  EXPECT_EQ(get("7"), "null");
  EXPECT_TRUE(call(puter_kvstore::del{.key = std::string("color")}));
  EXPECT_EQ(get(R"("color")"), "null");
  EXPECT_THROW(get("{}"), tenon::error);
  EXPECT_THROW(get("[[]]"), tenon::error);
}

TEST_F(puter_kvstore_driver, wants_a_key_of_each_item_that_comes_with_others) {
  std::vector<tenon::finding> findings;
  const tenon::json::wire as_clients_send{.unknown = tenon::json::unknown::ignored,
                                          .missing = tenon::json::missing::kept};
  EXPECT_FALSE(tenon::json::from_text<std::vector<puter_kvstore::item>>(R"([{"key":"a"},{"value":1}])", findings,
                                                                        as_clients_send));
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].pointer, "/1/key");
}

TEST_F(puter_kvstore_driver, lists_entries_keys_or_values_whole_or_by_pages) {
  call(puter_kvstore::batch_put{
      .items = std::vector<puter_kvstore::item>{{.key = std::string("a/1"), .value = {"1"}},
                                                {.key = std::string("a/2"), .value = {"2"}},
                                                {.key = std::string("b"), .value = {"3"}, .expire_at = now() - 1}}});
  EXPECT_EQ(call(puter_kvstore::list{}).text, R"([{"key":"a/1","value":1},{"key":"a/2","value":2}])");
  EXPECT_EQ(call(puter_kvstore::list{.as = "keys"}).text, R"(["a/1","a/2"])");
  EXPECT_EQ(call(puter_kvstore::list{.as = "values", .pattern = "a/*"}).text, "[1,2]");
  const std::string first = call(puter_kvstore::list{.as = "keys", .limit = 1}).text;
  EXPECT_EQ(first, R"({"items":["a/1"],"cursor":"a/1"})");
  EXPECT_EQ(call(puter_kvstore::list{.as = "keys", .limit = 1, .cursor = "a/1"}).text, R"({"items":["a/2"]})");
  EXPECT_EQ(data_of_refusal(puter_kvstore::list{.as = "everything"}), R"({"code":"field_invalid","key":"as"})");
  EXPECT_TRUE(call(puter_kvstore::flush{}));
  EXPECT_EQ(call(puter_kvstore::list{}).text, "[]");
}

// decr, and incr of a key that is not there, are TypeErrors in the original.
TEST_F(puter_kvstore_driver, counts_up_and_down_also_what_is_not_there) {
  EXPECT_EQ(call(puter_kvstore::incr{.key = std::string("n")}).text, "1");
  EXPECT_EQ(call(puter_kvstore::decr{.key = std::string("n")}).text, "0");
  EXPECT_EQ(call(puter_kvstore::decr{.key = std::string("m"), .path_and_amount_map = {{{"", {"5"}}}}}).text, "-5");
  try {
    static_cast<void>(call(puter_kvstore::decr{.key = std::string("m"), .path_and_amount_map = {{{"", {R"("5")"}}}}}));
    FAIL() << "a text was taken for a number";
  } catch (const tenon::error& refused) {
    EXPECT_EQ(refused.message(), "the key m: the amount for the value is no number");
  }
  EXPECT_EQ(
      call(puter_kvstore::incr{.key = std::string("s"), .path_and_amount_map = {{{"a.b", {"2"}}, {"c", {"-1"}}}}}).text,
      R"({"a":{"b":2},"c":-1})");
  EXPECT_EQ(call(puter_kvstore::decr{.key = std::string("s"), .path_and_amount_map = {{{"c", {"-1"}}}}}).text,
            R"({"a":{"b":2},"c":0})");
  EXPECT_EQ(
      call(puter_kvstore::update{.key = std::string("s"),
                                 .path_and_value_map = std::map<std::string, tenon::json::raw>{{"a.b", {R"("x")"}}}})
          .text,
      R"({"a":{"b":"x"},"c":0})");
}

TEST_F(puter_kvstore_driver, puts_more_into_lists_and_takes_parts_away) {
  using by_path = std::map<std::string, tenon::json::raw>;
  const std::string key = "profile";
  EXPECT_EQ(
      call(puter_kvstore::add{.key = key, .path_and_value_map = by_path{{"tags", {R"("a")"}}, {"n", {"[1,2]"}}}}).text,
      R"({"n":[1,2],"tags":["a"]})");
  EXPECT_EQ(call(puter_kvstore::remove{.key = key, .paths = std::vector<std::string>{"n", "never.was.here"}}).text,
            R"({"tags":["a"]})");
  EXPECT_EQ(get(R"("profile")"), R"({"tags":["a"]})");
  EXPECT_EQ(get(R"("profile")", "dana"), "null");
  EXPECT_EQ(call(puter_kvstore::remove{.key = std::string("none"), .paths = std::vector<std::string>{"a"}}).text,
            "null");
  EXPECT_EQ(call(puter_kvstore::list{.as = "keys"}).text, R"(["profile"])");
  EXPECT_THROW(call(puter_kvstore::add{.key = key, .path_and_value_map = by_path{}}), tenon::error);
  EXPECT_THROW(call(puter_kvstore::update{.key = key, .path_and_value_map = by_path{}}), tenon::error);
  EXPECT_THROW(call(puter_kvstore::remove{.key = key, .paths = std::vector<std::string>{}}), tenon::error);
  EXPECT_THROW(call(puter_kvstore::add{.key = key, .path_and_value_map = by_path{{"tags.x", {"1"}}}}), tenon::error);
  EXPECT_EQ(get(R"("profile")"), R"({"tags":["a"]})");
}

TEST_F(puter_kvstore_driver, keeps_values_for_each_application_of_a_user) {
  const tenon_data::kv_options paint{.app_uuid = "paint"}, none{}, long_one{.app_uuid = std::string(129, 'a')};
  call(puter_kvstore::set{.key = std::string("color"), .value = {R"("red")"}});
  call(puter_kvstore::set{.key = std::string("color"), .value = {R"("blue")"}}, "quinn", "paint");
  const tenon::json::raw key{R"("color")"};
  EXPECT_EQ(call(puter_kvstore::get{.key = key}).text, R"("red")");
  EXPECT_EQ(call(puter_kvstore::get{.key = key, .opt_config = none}).text, R"("red")");
  EXPECT_EQ(call(puter_kvstore::get{.key = key, .opt_config = paint}).text, R"("blue")");
  EXPECT_EQ(call(puter_kvstore::get{.key = key}, "quinn", "paint").text, R"("blue")");
  EXPECT_EQ(call(puter_kvstore::get{.key = key}, "quinn", "draw").text, "null");
  EXPECT_EQ(call(puter_kvstore::get{.key = key}, "dana", "paint").text, "null");
  EXPECT_THROW(call(puter_kvstore::get{.key = key, .opt_config = paint}, "quinn", "draw"), tenon::error);
  EXPECT_THROW(call(puter_kvstore::set{.key = std::string("k"), .value = {"1"}, .opt_config = long_one}), tenon::error);
  EXPECT_TRUE(call(puter_kvstore::flush{}, "quinn", "paint"));
  EXPECT_EQ(call(puter_kvstore::get{.key = key, .opt_config = paint}).text, "null");
  EXPECT_EQ(call(puter_kvstore::get{.key = key}).text, R"("red")");
}

TEST_F(puter_kvstore_driver, tells_clients_no_paths) {
  app_.stop();
  try {
    get(R"("a")");
    FAIL() << "the database is closed";
  } catch (const tenon::error& failure) {
    EXPECT_EQ(failure.message(), "the values cannot be reached at this time");
    EXPECT_NE(tenon::message_of(failure.cause()).find("is not open"), std::string::npos);
  }
}

TEST_F(puter_kvstore_driver, takes_times_in_seconds) {
  call(puter_kvstore::set{.key = std::string("a"), .value = {"1"}});
  EXPECT_TRUE(call(puter_kvstore::expire{.key = std::string("a"), .ttl = 3600}));
  EXPECT_EQ(get(R"("a")"), "1");
  EXPECT_TRUE(call(puter_kvstore::expire_at{.key = std::string("a"), .timestamp = now() - 1}));
  EXPECT_EQ(get(R"("a")"), "null");
  EXPECT_EQ(data_of_refusal(puter_kvstore::expire{.key = std::string(), .ttl = 1}),
            R"({"code":"field_empty","key":"key"})");
}

}  // namespace
