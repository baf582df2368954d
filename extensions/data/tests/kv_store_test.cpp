#include "../kv/kv_store.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <limits>
#include <string>
#include <thread>
#include <vector>

#include "../kv/kv_calls.hpp"
#include "stage.hpp"
#include "tenon/sqlite/connection.hpp"

namespace tenon_data {

namespace {

TEST_F(stored_values, are_found_by_whom_they_belong_to_alone) {
  store_.set(quinn, "color", R"("red")");
  store_.set(dana, "color", R"("blue")");
  store_.set({.owner = "quinn", .app = "paint"}, "color", "1");
  EXPECT_EQ(text("color"), R"("red")");
  EXPECT_EQ(text("color", dana), R"("blue")");
  EXPECT_EQ(text("color", {.owner = "quinn", .app = "paint"}), "1");
  store_.flush(quinn);
  EXPECT_EQ(text("color"), "nothing");
  EXPECT_EQ(text("color", dana), R"("blue")");
  EXPECT_EQ(text("color", {.owner = "quinn", .app = "paint"}), "1");
}

TEST_F(stored_values, last_when_the_file_is_opened_again) {
  store_.set(quinn, "color", R"("red")");
  database_.close();
  database_.open(folder_.path("data.db"), kv_store::schema(), {});
  EXPECT_EQ(text("color"), R"("red")");
}

TEST_F(stored_values, come_in_the_order_of_the_keys_that_are_asked_for) {
  store_.set(quinn, "a", "1");
  store_.set(quinn, "b", "2", 1001);
  now_ = 1001;
  const auto found = store_.get(quinn, std::vector<std::string>{"b", "a", "c", "a"});
  ASSERT_EQ(found.size(), 4U);
  EXPECT_FALSE(found[0] || found[2]);
  EXPECT_EQ(found[1]->text, "1");
  EXPECT_EQ(found[3]->text, "1");
}

TEST_F(stored_values, whose_time_is_over_are_never_found) {
  store_.set(quinn, "tea", "1", 1010);
  now_ = 1009;
  EXPECT_EQ(text("tea"), "1");
  now_ = 1010;
  EXPECT_EQ(text("tea"), "nothing");
  EXPECT_TRUE(store_.list(quinn, {}).entries.empty());
  EXPECT_EQ(store_.increase(quinn, "tea", {{"", "1"}}).text, "1");  // from 0
  now_ = std::numeric_limits<unix_seconds>::max();
  EXPECT_EQ(text("tea"), "1");  // whose time was that of the one before, which is over
}

TEST_F(stored_values, keep_their_time_where_a_new_value_says_none) {
  store_.set(quinn, "tea", "1", 1010);
  store_.set(quinn, "tea", "2");
  store_.increase(quinn, "tea", {{"", "1"}});
  now_ = 1009;
  EXPECT_EQ(text("tea"), "3");
  now_ = 1010;
  EXPECT_EQ(text("tea"), "nothing");
  store_.set(quinn, "tea", "4", 1020);
  store_.set(quinn, "tea", "5", 1030);
  now_ = 1029;
  EXPECT_EQ(text("tea"), "5");
}

TEST_F(stored_values, are_kept_for_so_many_seconds_or_until_then) {
  store_.set(quinn, "tea", "1");
  store_.expire(quinn, "tea", 60);
  store_.expire_at(quinn, "coffee", 1060);
  EXPECT_EQ(text("coffee"), "null");
  now_ = 1059;
  EXPECT_EQ(text("tea"), "1");
  now_ = 1060;
  EXPECT_EQ(text("tea"), "nothing");
  EXPECT_EQ(text("coffee"), "nothing");
  store_.set(quinn, "tea", "1");
  store_.expire(quinn, "tea", std::numeric_limits<unix_seconds>::max());
  EXPECT_EQ(text("tea"), "1");
  store_.expire(quinn, "tea", -1);
  EXPECT_EQ(text("tea"), "nothing");
}

TEST_F(stored_values, are_purged_when_nobody_finds_them_any_more) {
  store_.set(quinn, "a", "1", 1010);
  store_.set(dana, "b", "1", 1020);
  store_.set(dana, "c", "1");
  EXPECT_EQ(store_.purge(), 0);
  now_ = 1010;
  EXPECT_EQ(store_.purge(), 1);
  EXPECT_EQ(text("b", dana), "1");
  EXPECT_EQ(text("c", dana), "1");
}

TEST_F(stored_values, count_from_0_where_there_is_none) {
  EXPECT_EQ(store_.increase(quinn, "hits", {{"", "1"}}).text, "1");
  EXPECT_EQ(store_.increase(quinn, "hits", {{"", "-3"}}).text, "-2");
  EXPECT_EQ(store_.increase(quinn, "score", {{"a.b", "2"}}).text, R"({"a":{"b":2}})");
  EXPECT_EQ(text("score"), R"({"a":{"b":2}})");
}

TEST_F(stored_values, that_cannot_be_counted_stay_as_they_are) {
  store_.set(quinn, "name", R"("Quinn")");
  EXPECT_EQ(refusal_of([&] { store_.increase(quinn, "name", {{"", "1"}}); }),
            "the key name: the value is no number, so nothing can be added to it");
  store_.set(quinn, "list", "[1]");
  refusal_of([&] { store_.increase(quinn, "list", {{"a", "1"}}); });
  EXPECT_EQ(text("name"), R"("Quinn")");
  EXPECT_EQ(text("list"), "[1]");
}

TEST_F(stored_values, are_counted_by_many_at_once_without_losing_one) {
  std::vector<std::thread> all;
  for (int t = 0; t < 8; ++t)
    all.emplace_back([&] {
      for (int i = 0; i < 25; ++i) store_.increase(quinn, "hits", {{"", "1"}});
    });
  for (std::thread& one : all) one.join();
  EXPECT_EQ(text("hits"), "200");
}

TEST_F(stored_values, are_changed_in_parts) {
  EXPECT_EQ(store_.update(quinn, "profile", {{"name.first", R"("Quinn")"}, {"age", "7"}}, 60).text,
            R"({"name":{"first":"Quinn"},"age":7})");
  EXPECT_EQ(store_.update(quinn, "profile", {{"age", "8"}}).text, R"({"name":{"first":"Quinn"},"age":8})");
  now_ = 1060;
  EXPECT_EQ(text("profile"), "nothing");
}

TEST_F(stored_values, take_more_behind_what_their_lists_hold) {
  EXPECT_EQ(store_.add(quinn, "tags", {{"", R"("a")"}}).text, R"(["a"])");
  EXPECT_EQ(store_.add(quinn, "tags", {{"", R"(["b","c"])"}}).text, R"(["a","b","c"])");
  EXPECT_EQ(store_.add(quinn, "profile", {{"x.tags", "1"}}).text, R"({"x":{"tags":[1]}})");
  EXPECT_EQ(text("tags"), R"(["a","b","c"])");
  EXPECT_EQ(text("tags", dana), "nothing");
  store_.set(quinn, "name", R"("Quinn")");
  EXPECT_EQ(refusal_of([&] { store_.add(quinn, "name", {{"", "1"}}); }),
            "the key name: the value is no list, so nothing can be put behind it");
  EXPECT_EQ(text("name"), R"("Quinn")");
}

TEST_F(stored_values, lose_the_parts_that_are_taken_away) {
  store_.set(quinn, "profile", R"({"name":"Quinn","score":{"total":1,"best":2}})", 1010);
  EXPECT_EQ(store_.remove(quinn, "profile", std::vector<std::string>{"score.best", "never.was"}).text,
            R"({"name":"Quinn","score":{"total":1}})");
  EXPECT_EQ(refusal_of([&] { store_.remove(quinn, "profile", std::vector<std::string>{"name", ""}); }).substr(0, 34),
            "the key profile: a path is empty, ");
  EXPECT_EQ(text("profile"), R"({"name":"Quinn","score":{"total":1}})");
  now_ = 1010;
  EXPECT_EQ(text("profile"), "nothing");
  EXPECT_EQ(store_.remove(quinn, "profile", std::vector<std::string>{"name"}).text, "null");
  EXPECT_TRUE(store_.list(quinn, {}).entries.empty());
}

TEST_F(stored_values, are_added_to_by_many_at_once_without_losing_one) {
  std::vector<std::thread> all;
  for (int t = 0; t < 4; ++t)
    all.emplace_back([&] {
      for (int i = 0; i < 25; ++i) store_.add(quinn, "log", {{"", "7"}});
    });
  for (std::thread& one : all) one.join();
  EXPECT_EQ(text("log").size(), 2 * 100 + 1U);
}

TEST_F(stored_values, are_listed_by_what_their_keys_begin_with_page_by_page) {
  for (const char* key : {"b/2", "a/1", "b/1", "c", "b/3", "b0"}) store_.set(quinn, key, "1");
  store_.set(dana, "b/4", "1");
  std::vector<std::string> keys;
  kv_range range{.prefix = "b/", .most = 2};
  int pages = 0;
  do {
    const kv_page page = store_.list(quinn, range);
    for (const kv_entry& one : page.entries) keys.push_back(one.key);
    range.after = page.cursor;
    ++pages;
  } while (!range.after.empty());
  EXPECT_EQ(pages, 2);
  EXPECT_EQ(keys, (std::vector<std::string>{"b/1", "b/2", "b/3"}));
  EXPECT_EQ(store_.list(quinn, {}).entries.size(), 6U);
  EXPECT_EQ(store_.list(quinn, {.prefix = "%"}).entries.size(), 0U);
  store_.set(quinn, "\xff\xff/1", "1");
  EXPECT_EQ(store_.list(quinn, {.prefix = "\xff\xff"}).entries.size(), 1U);
}

TEST_F(stored_values, come_several_at_once_or_not_at_all) {
  store_.set(quinn, std::vector<kv_item>{{"a", {"1"}, 1010}, {"b", {}, {}}});
  EXPECT_EQ(text("a"), "1");
  EXPECT_EQ(text("b"), "null");
  refusal_of([&] { store_.set(quinn, std::vector<kv_item>{{"c", {"1"}, {}}, {"", {"1"}, {}}}); });
  EXPECT_EQ(text("c"), "nothing");
}

TEST_F(stored_values, come_no_more_at_once_than_an_answer_may_hold) {
  store_.limit({.keys = 3, .answer_bytes = 10});
  for (const char* key : {"a", "b", "c", "d"}) store_.set(quinn, key, "1234");
  const auto get = [&](std::vector<std::string> keys) { return store_.get(quinn, keys).size(); };
  EXPECT_EQ(get({"a", "b", "none"}), 3U);
  EXPECT_EQ(refusal_of([&] { get({"a", "a", "a"}); }),
            "the values are together larger than an answer may be. Max size is 10. Ask for fewer keys at once.");
  EXPECT_EQ(refusal_of([&] { get({"none", "none", "none", "none"}); }), "key has 4 keys. Ask for 3 at once at most.");
  EXPECT_EQ(get({"a"}), 1U);

  kv_range range{.most_bytes = 10};
  std::string keys;
  do {
    const kv_page page = store_.list(quinn, range);
    for (const kv_entry& one : page.entries) keys += one.key;
    keys += ' ';
    range.after = page.cursor;
  } while (!range.after.empty());
  EXPECT_EQ(keys, "ab cd ");
  EXPECT_EQ(store_.list(quinn, {.most_bytes = 1}).entries.size(), 1U) << "else nobody would come to the second";
  EXPECT_EQ(store_.list(quinn, {}).entries.size(), 4U) << "who lives in this program may have all";
}

TEST_F(stored_values, come_to_a_client_by_pages_where_an_answer_cannot_hold_them) {
  store_.limit({.keys = 3, .answer_bytes = 10});
  for (const char* key : {"a", "b", "c"}) store_.set(quinn, key, "1234");
  EXPECT_EQ(refusal_of([&] { static_cast<void>(called(store_, quinn, puter_kvstore::list{})); }),
            "what there is is more than an answer may have, 3 keys and 10 bytes. Give a limit, and go on with the "
            "cursor of each answer.");
  EXPECT_EQ(called(store_, quinn, puter_kvstore::list{.as = "keys", .limit = 3}).text,
            R"({"items":["a","b"],"cursor":"b"})");
  EXPECT_EQ(called(store_, quinn, puter_kvstore::list{.as = "keys", .cursor = "b"}).text, R"({"items":["c"]})");
  EXPECT_EQ(refusal_of([&] {
              static_cast<void>(called(store_, quinn, puter_kvstore::get{.key = tenon::json::raw{"[1,2,3,4]"}}));
            }),
            "key has 4 keys. Ask for 3 at once at most.");
}

TEST_F(stored_values, are_listed_no_more_at_once_than_a_client_may_have) {
  store_.limit({.keys = 2});
  store_.set(quinn, "a", "1");
  store_.set(quinn, "b", "2");
  EXPECT_EQ(called(store_, quinn, puter_kvstore::list{.as = "keys"}).text, R"(["a","b"])");
  store_.set(quinn, "c", "3");
  EXPECT_NE(refusal_of([&] {
              static_cast<void>(called(store_, quinn, puter_kvstore::list{.as = "keys"}));
            }).find("more than an answer may have, 2 keys"),
            std::string::npos);
  EXPECT_EQ(called(store_, quinn, puter_kvstore::list{.as = "keys", .limit = 4'000'000'000}).text,
            R"({"items":["a","b"],"cursor":"b"})");
}

// What a key costs beside itself and its value.
std::size_t row_of(const kv_space& of) { return 100 + of.app.size(); }

TEST_F(stored_values, have_so_much_room_for_each_user_and_no_more) {
  const kv_space paint{.owner = "quinn", .app = "app:paint"}, extension{.owner = "", .app = "paint"};
  const std::size_t room = row_of(quinn) + row_of(paint) + 10;
  store_.limit({.user_bytes = room});
  const std::string full = "there is no room left. Max size of all that a user has, 100 for each key beside, is " +
                           std::to_string(room) + ". Delete some.";
  store_.set(quinn, "k", "1234");
  store_.set(paint, "\u00fc", "\"a\"");
  EXPECT_EQ(refusal_of([&] { store_.set(paint, "x", ""); }), full) << "all of it is there";
  EXPECT_EQ(refusal_of([&] { store_.set(quinn, "k", "12345"); }), full);
  EXPECT_EQ(refusal_of([&] { store_.update(quinn, "k", {{"", "12345"}}); }), full);
  EXPECT_EQ(text("k"), "1234");
  store_.set(dana, "k", "123456789");
  store_.set(extension, "k", std::string(1000, '1'));
  store_.set(quinn, "k", "12");
  store_.set(paint, "\u00fc", "\"abc\"");
  store_.del(paint, "\u00fc");
  store_.set(quinn, "m", "12", now_ + 1);
  EXPECT_EQ(refusal_of([&] { store_.set(quinn, "n", "1234"); }), full);
  now_ += 2;
  EXPECT_EQ(store_.purge(), 1);
  store_.set(quinn, "n", "1234");
  store_.flush(quinn);
  store_.set(quinn, "k", "12345678");
  EXPECT_EQ(refusal_of([&] { store_.set(paint, "k", "1"); }), full);
}

TEST_F(stored_values, of_files_from_before_are_counted_when_they_are_opened) {
  for (const bool were_counted : {false, true}) {
    store_.set(quinn, "k", "123456789");
    database_.write([&](tenon::sqlite::connection& on) {
      if (were_counted) {  // by their keys and values alone
        on.run("UPDATE kv_sizes SET bytes = 10");
        on.run("PRAGMA user_version = 2");
        return;
      }
      on.run("DROP TABLE kv_sizes");
      on.run("DROP TRIGGER kv_grows");
      on.run("DROP TRIGGER kv_changes");
      on.run("DROP TRIGGER kv_shrinks");
      on.run("PRAGMA user_version = 1");
    });
    database_.close();
    database_.open(folder_.path("data.db"), kv_store::schema(), {});
    store_.limit({.user_bytes = row_of(quinn) + 10});
    EXPECT_NE(refusal_of([&] { store_.set(quinn, "k", "1234567890"); }).find("no room left"), std::string::npos);
    store_.set(quinn, "k", "1");
    store_.del(quinn, "k");
    store_.set(quinn, "l", "123456789");
    store_.del(quinn, "l");
  }
}

TEST_F(stored_values, have_keys_and_sizes_with_a_limit) {
  store_.limit({.key_bytes = 4, .value_bytes = 5});
  store_.set(quinn, "1234", "12345");
  EXPECT_EQ(refusal_of([&] { store_.set(quinn, "12345", "1"); }), "key is too large. Max size is 4.");
  EXPECT_EQ(refusal_of([&] { store_.set(quinn, "1234", "123456"); }), "value is too large. Max size is 5.");
  EXPECT_EQ(refusal_of([&] { store_.update(quinn, "1", {{"a", "1"}}); }), "value is too large. Max size is 5.");
  EXPECT_EQ(refusal_of([&] { store_.expire(quinn, "", 1); }), "key is empty. Say which one is meant.");
  EXPECT_EQ(text("1234"), "12345");
  EXPECT_EQ(text("1"), "nothing");
}

}  // namespace

}  // namespace tenon_data
