#include "../db/db.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <type_traits>
#include <vector>

#include "stage.hpp"
#include "tenon/word/attempt.hpp"

namespace tenon_data {

namespace {

enum class shade : std::uint8_t { light, dark };
struct note {
  std::int64_t id = 0;
  std::string author, text;
  bool done = false;
  std::optional<double> weight{};
  std::vector<std::string> tags{};
  shade look = shade::light;
};
struct numbered {
  std::int64_t n = 0;
};

class tables : public testing::Test {
 protected:
  tables() {
    db_.migrate(
        {"CREATE TABLE notes (id INTEGER PRIMARY KEY, author TEXT NOT NULL, text TEXT NOT NULL, done INTEGER, "
         "weight REAL, tags TEXT, look TEXT)"});
  }
  template <class F>
  static std::string failure_of(F f) {
    try {
      f();
    } catch (const tenon::error& failure) {
      return std::string(to_string(failure.type())).append(": ").append(failure.message());
    }
    return "nothing was thrown";
  }
  // What the log and the console say of it. A client hears a sentence that names nothing.
  template <class F>
  static std::string cause_of(F f) {
    try {
      f();
    } catch (const tenon::error& failure) {
      EXPECT_EQ(failure.message(), tables_failed);
      EXPECT_EQ(failure.debug(), "");
      return tenon::message_of(failure.cause());
    }
    return "nothing was thrown";
  }
  std::int64_t count() {
    const std::vector<numbered> all = db_.read("SELECT count(*) AS n FROM notes");
    return all.at(0).n;
  }

  tenon::testing::scratch_folder folder_;
  table_store store_{folder_.path("notes.data.db")};
  db db_{store_};
};

TEST_F(tables, take_aggregates_and_give_them_back_by_the_names_of_the_columns) {
  const note first{.id = 7, .author = "Ada", .text = "it's \"here\"", .done = true, .weight = 0.5, .look = shade::dark};
  EXPECT_EQ(db_.insert("notes", first).insert_id, 7);
  EXPECT_EQ(
      db_.write("INSERT INTO notes (author, text, done) VALUES (?, ?, ?)", "Dave", std::string("b"), false).insert_id,
      8);
  struct seen {
    std::string author;
    bool done = true;
    std::optional<double> weight = 1;
    std::optional<std::string> elsewhere{};
  };
  const std::vector<seen> all = db_.read("SELECT done, author, weight, text FROM notes ORDER BY id");
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].author, "Ada");
  EXPECT_TRUE(all[0].done);
  EXPECT_EQ(all[0].weight, 0.5);
  EXPECT_FALSE(all[0].elsewhere);
  EXPECT_FALSE(all[1].done);
  EXPECT_EQ(all[1].weight, std::nullopt);
  EXPECT_EQ(db_.read("SELECT text, look, tags FROM notes WHERE id = ?", 7).json(),
            R"([{"text":"it's \"here\"","look":"dark","tags":"[]"}])");
  const std::optional<seen> none = db_.read("SELECT author, done FROM notes WHERE author = ?", "nobody");
  EXPECT_FALSE(none);
}

TEST_F(tables, give_the_values_of_one_column_where_no_aggregate_is_wanted) {
  const std::vector<std::string> none = db_.read("SELECT author FROM notes");
  EXPECT_TRUE(none.empty());
  db_.insert("notes", note{.id = 1, .author = "it's \"Ada\"", .text = "a", .done = true, .look = shade::dark});
  db_.insert("notes", note{.id = 2, .author = "Dave", .text = "b", .weight = 0.5});
  const std::vector<std::string> names = db_.read("SELECT author FROM notes ORDER BY id");
  EXPECT_EQ(names, (std::vector<std::string>{"it's \"Ada\"", "Dave"}));
  const std::optional<std::int64_t> most = db_.read("SELECT max(id) FROM notes");
  EXPECT_EQ(most, 2);
  const std::optional<bool> done = db_.read("SELECT done FROM notes WHERE id = 1");
  EXPECT_EQ(done, true);
  const std::optional<shade> look = db_.read("SELECT look FROM notes WHERE id = 1");
  EXPECT_EQ(look, shade::dark);
  const std::vector<std::optional<double>> weights = db_.read("SELECT weight FROM notes ORDER BY id");
  EXPECT_EQ(weights, (std::vector<std::optional<double>>{std::nullopt, 0.5}));
  const std::vector<std::map<std::string, std::string>> whole = db_.read("SELECT author, text FROM notes WHERE id = 2");
  EXPECT_EQ(whole.at(0).at("text"), "b");
  const std::string sentence =
      "one value of each row was asked for, and the statement finds 2 columns. Select one, or "
      "make an aggregate of the row, with a member for each column";
  EXPECT_EQ(cause_of([&] { const std::vector<std::string> two = db_.read("SELECT author, text FROM notes"); }),
            sentence);
  db_.write("DELETE FROM notes");
  EXPECT_EQ(cause_of([&] { const std::optional<std::string> two = db_.read("SELECT author, text FROM notes"); }),
            sentence)
      << "it does not wait for the first row";
}

TEST_F(tables, take_values_for_what_they_are_whatever_is_in_them) {
  const std::string hostile = "'; DROP TABLE notes; --";
  db_.write("INSERT INTO notes (author, text, weight) VALUES (?, ?, ?)", hostile, "", std::optional<double>());
  EXPECT_EQ(db_.read("SELECT id FROM notes WHERE author = ?", hostile).size(), 1U);
  EXPECT_EQ(db_.write("UPDATE notes SET weight = ? WHERE weight IS NULL", 2).changed, 1);
  EXPECT_EQ(db_.read("SELECT typeof(weight) AS t, weight FROM notes").json(), R"([{"t":"real","weight":2}])");
}

TEST_F(tables, refuse_statements_that_are_not_what_they_are_given_for) {
  EXPECT_EQ(cause_of([&] { static_cast<void>(db_.read("DELETE FROM notes")); }),
            "this is read from the database, and would change it; write it instead: DELETE FROM "
            "notes");
  EXPECT_EQ(cause_of([&] { db_.write("DELETE FROM notes; DELETE FROM notes"); }),
            "this is more than one statement, of which only the first would be done: DELETE FROM "
            "notes; DELETE FROM notes");
  EXPECT_EQ(cause_of([&] { db_.write("DELETE FROM notes WHERE id = ?"); }),
            "the statement has 1 places for values, and is given 0: DELETE FROM notes WHERE id = "
            "?");
  EXPECT_NE(cause_of([&] { db_.write("DELETE FROM nowhere"); }).find("no such table: nowhere"), std::string::npos);
  EXPECT_EQ(cause_of([&] { db_.write(" "); }), "this is no statement:  ");
  EXPECT_NE(cause_of([&] {
              db_.insert("notes", note{.author = "x", .text = "y"});
              const std::vector<numbered> all = db_.read("SELECT author AS n FROM notes");
            }).find("a row of the database is not what was asked for"),
            std::string::npos);
  EXPECT_NE(cause_of([&] { const std::vector<numbered> all = db_.read("SELECT id FROM notes"); }).find("\"n\""),
            std::string::npos);
}

// Does not fail in the original, which does not wait for what it reads.
TEST_F(tables, fail_where_a_required_read_finds_nothing) {
  EXPECT_EQ(failure_of([&] { static_cast<void>(db_.require_read("SELECT id FROM notes")); }),
            "not_found: what was asked for is not there");
  try {
    static_cast<void>(db_.require_read("SELECT id FROM notes"));
  } catch (const tenon::error& failure) {
    EXPECT_EQ(tenon::message_of(std::current_exception()),
              "what was asked for is not there, caused by: required read failed: SELECT id FROM notes");
    EXPECT_EQ(failure.debug(), "");
  }
  db_.insert("notes", note{.author = "Ada", .text = "b"});
  EXPECT_EQ(db_.require_read("SELECT author FROM notes").size(), 1U);
}

TEST_F(tables, give_the_first_row_of_a_required_read_itself) {
  struct signed_text {
    std::string author, text;
  };
  db_.insert("notes", note{.id = 1, .author = "Ada", .text = "b"});
  db_.insert("notes", note{.id = 2, .author = "Dave", .text = "c"});
  const signed_text first(db_.require_read("SELECT * FROM notes ORDER BY id"));
  EXPECT_EQ(first.author, "Ada");
  EXPECT_EQ(signed_text(db_.require_read("SELECT * FROM notes WHERE author = ?", "Dave")).text, "c");
  EXPECT_EQ(failure_of([&] { static_cast<void>(signed_text(db_.require_read("SELECT * FROM notes WHERE id = 7"))); }),
            "not_found: what was asked for is not there");
  const std::vector<signed_text> all = db_.require_read("SELECT * FROM notes");
  const std::vector<signed_text> braced{db_.require_read("SELECT * FROM notes")},
      bracketed(db_.require_read("SELECT * FROM notes"));
  const std::optional<signed_text> one = db_.require_read("SELECT * FROM notes ORDER BY id"),
                                   same(db_.require_read("SELECT * FROM notes"));
  EXPECT_EQ(all.size(), 2U);
  EXPECT_EQ(braced.size(), 2U);
  EXPECT_EQ(bracketed.size(), 2U);
  EXPECT_EQ(one->author, "Ada");
  EXPECT_EQ(same->author, "Ada");
  static_assert(!std::is_constructible_v<signed_text, rows>, "it may hold none");
  static_assert(!std::is_convertible_v<found_rows, signed_text>, "it is said that the first is wanted");
}

TEST_F(tables, fail_without_naming_what_only_those_may_know_who_run_the_program) {
  const note first{.id = 1, .author = "Ada", .text = "a"};
  db_.insert("notes", first);
  const std::string whole = cause_of([&] { db_.insert("notes", first); });
  EXPECT_NE(whole.find(folder_.path()), std::string::npos) << whole;
  EXPECT_NE(whole.find("UNIQUE constraint failed: notes.id"), std::string::npos) << whole;
  EXPECT_EQ(cause_of([&] { db_.write("INSERT INTO notes (id, author, text) VALUES (1, '', '')"); }), whole);
  EXPECT_EQ(cause_of([&] { db_.batch([&](auto& all) { all.insert("notes", first); }); }), whole);
  EXPECT_EQ(cause_of([&] { db_.batch([&](auto& all) { all.write("UPDATE notes SET id = 1"); }); }),
            "nothing was thrown");
  EXPECT_EQ(failure_of([&] {
              db_.batch([](auto&) { throw tenon::error(tenon::error_type::unknown, std::string("its own")); });
            }),
            "unknown: its own");
  store_.close();
  std::filesystem::remove(folder_.path("notes.data.db"));
  std::filesystem::create_directory(folder_.path("notes.data.db"));
  for (const std::string& failed : {cause_of([&] { static_cast<void>(db_.read("SELECT id FROM notes")); }),
                                    cause_of([&] { db_.batch([](auto& all) { all.write("DELETE FROM notes"); }); })})
    EXPECT_NE(failed.find(folder_.path()), std::string::npos) << failed;
}

TEST_F(tables, change_in_a_batch_as_a_whole_or_not_at_all) {
  EXPECT_THROW(db_.batch([](auto& all) {
    all.insert("notes", note{.id = 1, .author = "Ada", .text = "a"});
    EXPECT_EQ(all.read("SELECT id FROM notes").size(), 1U);
    throw std::runtime_error("no");
  }),
               std::runtime_error);
  EXPECT_EQ(count(), 0);
  EXPECT_EQ(db_.batch([](auto& all) {
    all.write("INSERT INTO notes (author, text) VALUES (?, ?)", "Ada", "a");
    return all.write("INSERT INTO notes (author, text) VALUES (?, ?)", "Dave", "b").insert_id;
  }),
            2);
  EXPECT_EQ(count(), 2);
}

TEST_F(tables, refuse_in_a_batch_what_is_asked_of_them_and_not_of_it) {
  const auto within = [&](auto ask) { return cause_of([&] { db_.batch([&](auto&) { ask(); }); }); };
  const std::string sentence =
      "The database of an extension's tables was asked by the work of a transaction in it, which "
      "would wait for itself. Inside db.batch use what it gives you, as in `db.batch([&](auto& all) { all.write(...); "
      "})`";
  EXPECT_EQ(within([&] { db_.write("DELETE FROM notes"); }), sentence);
  EXPECT_EQ(within([&] { db_.insert("notes", note{.author = "Ada", .text = "a"}); }), sentence);
  EXPECT_EQ(within([&] { static_cast<void>(db_.read("SELECT id FROM notes")); }), sentence);
  EXPECT_EQ(within([&] { db_.batch([](auto&) {}); }), sentence);
  db_.insert("notes", note{.author = "Ada", .text = "a"});
  EXPECT_EQ(count(), 1);
}

TEST_F(tables, refuse_to_read_what_begins_or_ends_a_transaction) {
  EXPECT_EQ(cause_of([&] { static_cast<void>(db_.read("BEGIN")); }),
            "this finds no rows, so it cannot be read; for several statements at once there is "
            "db.batch: BEGIN");
  EXPECT_NE(
      cause_of([&] { db_.batch([](auto& all) { static_cast<void>(all.read("COMMIT")); }); }).find("this finds no rows"),
      std::string::npos);
}

// What others write at the same time may be in the same transaction.
TEST_F(tables, refuse_to_write_what_begins_or_ends_a_transaction) {
  for (const tenon::literal control :
       std::initializer_list<tenon::literal>{"BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT a", "RELEASE joined"})
    EXPECT_EQ(
        cause_of([&] { db_.write(control); }),
        std::string("this writes nothing; for several statements at once there is db.batch: ").append(control.view()));
  EXPECT_NE(cause_of([&] { db_.batch([](auto& all) { all.write("COMMIT"); }); }).find("this writes nothing"),
            std::string::npos);
}

TEST_F(tables, are_written_by_many_at_once) {
  std::vector<std::thread> all;
  std::array<std::vector<std::int64_t>, 4> ids{};
  for (std::vector<std::int64_t>& mine : ids)
    all.emplace_back([&] {
      for (int i = 0; i < 20; ++i)
        mine.push_back(db_.write("INSERT INTO notes (author, text) VALUES ('a', '')").insert_id);
    });
  for (std::thread& one : all) one.join();
  EXPECT_EQ(count(), 80);
  std::vector<std::int64_t> each;
  for (const auto& mine : ids) each.insert(each.end(), mine.begin(), mine.end());
  std::sort(each.begin(), each.end());
  EXPECT_EQ(std::unique(each.begin(), each.end()), each.end());
}

TEST_F(tables, are_migrated_step_by_step_each_once) {
  constexpr const char* first =
      "CREATE TABLE notes (id INTEGER PRIMARY KEY, author TEXT NOT NULL, text TEXT NOT NULL, done INTEGER, weight "
      "REAL, "
      "tags TEXT, look TEXT)";
  db_.insert("notes", note{.author = "Ada", .text = "b"});
  store_.close();
  db_.migrate({first, "ALTER TABLE notes ADD COLUMN color TEXT", "UPDATE notes SET color = 'red'"});
  EXPECT_EQ(db_.read("SELECT author, color FROM notes").json(), R"([{"author":"Ada","color":"red"}])");
  db_.write("UPDATE notes SET color = 'blue'");
  db_.migrate({first, "ALTER TABLE notes ADD COLUMN color TEXT", "UPDATE notes SET color = 'red'"});
  EXPECT_EQ(db_.read("SELECT color FROM notes").json(), R"([{"color":"blue"}])");
}

TEST_F(tables, that_cannot_be_migrated_stay_as_they_are) {
  constexpr const char* first =
      "CREATE TABLE notes (id INTEGER PRIMARY KEY, author TEXT NOT NULL, text TEXT NOT NULL, done INTEGER, weight "
      "REAL, "
      "tags TEXT, look TEXT)";
  EXPECT_NE(
      failure_of([&] { db_.migrate({first, "CREATE TABLE b (c)", "CREATE TABLE notes (d)"}); }).find("notes already"),
      std::string::npos);
  EXPECT_TRUE(db_.read("SELECT name FROM sqlite_schema WHERE name = 'b'").empty());
  EXPECT_NE(
      failure_of([&] { db_.migrate({"CREATE TABLE notes (id INTEGER)"}); }).find("has been changed since it was done"),
      std::string::npos);
  EXPECT_NE(failure_of([&] { db_.migrate({}); }).find("was written by a later version"), std::string::npos);
}

}  // namespace

}  // namespace tenon_data
