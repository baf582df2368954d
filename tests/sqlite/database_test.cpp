// A database file, read and written by many threads at once. What can be wrong with a file: extensions/local/tests.
#include "tenon/sqlite/database.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <latch>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "tenon/testing/scratch_folder.hpp"
#include "tenon/word/error.hpp"

namespace {

using tenon::sqlite::connection, tenon::sqlite::query;

class database : public testing::Test {
 protected:
  database() {
    db_.open(folder_.path("a.db"),
             {"this test", 7, 1,
              [](connection& on) {
                on.run("CREATE TABLE numbers (n INTEGER PRIMARY KEY, word TEXT)");
                on.run("PRAGMA application_id = 7");
                on.run("PRAGMA user_version = 1");
              }},
             {.readers = 3});
  }
  ~database() override { db_.close(); }
  std::int64_t count() {
    return db_.read([](connection& on) {
      query all = on.select("SELECT count(*) FROM numbers");
      return all.next() ? all.number(0) : 0;
    });
  }

  tenon::testing::scratch_folder folder_;
  tenon::sqlite::database db_;
};

TEST_F(database, commits_what_many_write_together_and_gives_each_its_own_result) {
  std::vector<std::thread> all;
  std::atomic<int> right{0};
  for (int t = 0; t < 8; ++t)
    all.emplace_back([&, t] {
      for (int i = 0; i < 25; ++i) {
        const int n = t * 100 + i;
        const int got = db_.write_together([&](connection& on) {
          on.run("INSERT INTO numbers (n) VALUES (?)", std::int64_t{n});
          return n;
        });
        right += got == n;
      }
    });
  for (std::thread& one : all) one.join();
  EXPECT_EQ(right, 200);
  EXPECT_EQ(count(), 200);
}

TEST_F(database, takes_back_alone_what_throws_among_others) {
  std::vector<std::thread> all;
  std::atomic<int> thrown{0}, done{0};
  std::latch together(8);
  for (int t = 0; t < 8; ++t)
    all.emplace_back([&, t] {
      together.arrive_and_wait();
      for (int i = 0; i < 25; ++i) try {
          db_.write_together([&](connection& on) {
            on.run("INSERT INTO numbers (n) VALUES (?)", std::int64_t{t * 100 + i});
            if (t % 2 == 1) throw tenon::error(tenon::error_type::invalid_request, "odd");
          });
          ++done;
        } catch (const tenon::error& refused) {
          thrown += refused.message() == "odd";
        }
    });
  for (std::thread& one : all) one.join();
  EXPECT_EQ(thrown, 100);
  EXPECT_EQ(done, 100);
  EXPECT_EQ(count(), 100);
}

TEST_F(database, that_cannot_commit_tells_each_why_and_nobody_the_refusal_of_another) {
  db_.write_together([](connection& on) {
    // What is checked in the end only; it can be switched on between transactions alone.
    on.run("ROLLBACK");
    on.run("PRAGMA foreign_keys = 1");
    on.run("BEGIN");
    on.run("SAVEPOINT joined");
    on.run("CREATE TABLE heirs (n INTEGER REFERENCES numbers DEFERRABLE INITIALLY DEFERRED)");
  });
  std::latch leads(1), goes_on(1);
  const auto message_of = [&](auto work) {
    try {
      db_.write_together(work);
    } catch (const tenon::error& refused) {
      return refused.message();
    }
    return std::string("none");
  };
  std::string of_leader, of_refused, of_others;
  std::thread leader([&] {
    of_leader = message_of([&](connection&) {
      leads.count_down();
      goes_on.wait();
    });
  });
  leads.wait();
  std::thread refused([&] {
    of_refused = message_of([](connection&) { throw tenon::error(tenon::error_type::invalid_request, "odd"); });
  });
  std::thread other([&] {
    of_others = message_of([](connection& on) { on.run("INSERT INTO heirs (n) VALUES (?)", std::int64_t{77}); });
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(200));  // so that both come into the leader's commit
  goes_on.count_down();
  for (std::thread* one : {&leader, &refused, &other}) one->join();
  EXPECT_EQ(of_refused, "odd");
  for (const std::string& one : {of_leader, of_others}) EXPECT_NE(one.find("FOREIGN KEY"), std::string::npos) << one;
}

TEST_F(database, writes_what_others_wrote_beside_one_that_took_the_transaction_back) {
  std::latch leads(1), goes_on(1);
  std::thread leader([&] {
    db_.write_together([&](connection& on) {
      on.run("INSERT INTO numbers (n) VALUES (1)");
      if (goes_on.try_wait()) return;
      leads.count_down();
      goes_on.wait();
    });
  });
  leads.wait();
  std::string of_refused = "none";
  std::thread refused([&] {
    try {
      db_.write_together([](connection& on) { on.run("INSERT OR ROLLBACK INTO numbers (n) VALUES (1)"); });
    } catch (const tenon::error& why) {
      of_refused = why.message();
    }
  });
  std::thread other([&] { db_.write_together([](connection& on) { on.run("INSERT INTO numbers (n) VALUES (2)"); }); });
  std::this_thread::sleep_for(std::chrono::milliseconds(200));  // so that both come into the leader's commit
  goes_on.count_down();
  for (std::thread* one : {&leader, &refused, &other}) one->join();
  EXPECT_NE(of_refused.find("UNIQUE"), std::string::npos) << of_refused;
  EXPECT_EQ(count(), 2);
}

TEST_F(database, lets_as_many_read_at_once_as_it_is_told) {
  std::latch inside(3);
  std::vector<std::thread> all;
  for (int t = 0; t < 3; ++t) all.emplace_back([&] { db_.read([&](connection&) { inside.arrive_and_wait(); }); });
  for (std::thread& one : all) one.join();
  std::atomic<int> now{0}, most{0};
  all.clear();
  for (int t = 0; t < 8; ++t)
    all.emplace_back([&] {
      for (int i = 0; i < 50; ++i)
        db_.read([&](connection&) {
          const int here = ++now;
          int before = most;
          while (here > before && !most.compare_exchange_weak(before, here)) {
          }
          std::this_thread::yield();
          --now;
        });
    });
  for (std::thread& one : all) one.join();
  EXPECT_LE(most, 3);
}

TEST_F(database, takes_back_a_transaction_that_a_reader_leaves_open) {
  db_.read([](connection& on) {
    on.run("BEGIN");
    query all = on.select("SELECT count(*) FROM numbers");
    return all.next();
  });
  db_.write([](connection& on) { on.run("INSERT INTO numbers (n) VALUES (1)"); });
  EXPECT_EQ(count(), 1);
}

TEST_F(database, refuses_the_work_of_a_writer_that_asks_it_again) {
  const auto add = [](connection& on) { on.run("INSERT INTO numbers (word) VALUES ('a')"); };
  for (const std::function<void()>& again :
       {std::function<void()>([&] { db_.write(add); }), std::function<void()>([&] { db_.write_together(add); }),
        std::function<void()>([&] { static_cast<void>(count()); })}) {
    EXPECT_THROW(db_.write([&](connection&) { again(); }), tenon::error);
    EXPECT_THROW(db_.write_together([&](connection&) { again(); }), tenon::error);
  }
  std::thread([&] { db_.write(add); }).join();
  db_.write_together(add);
  EXPECT_EQ(count(), 2);
}

TEST_F(database, keeps_nothing_apart_from_the_text_that_is_empty) {
  db_.write([](connection& on) {
    on.run("INSERT INTO numbers VALUES (1, ?)", std::optional<std::string>());
    on.run("INSERT INTO numbers VALUES (2, ?)", std::optional<std::string>(""));
  });
  db_.read([](connection& on) {
    query all = on.select("SELECT word FROM numbers ORDER BY n");
    ASSERT_TRUE(all.next());
    EXPECT_TRUE(all.is_null(0));
    ASSERT_TRUE(all.next());
    EXPECT_FALSE(all.is_null(0));
    EXPECT_EQ(all.view(0), "");
  });
}

TEST_F(database, that_is_closed_says_whose_it_is) {
  db_.close();
  for (const auto& use : {std::function<void()>([&] { count(); }),
                          std::function<void()>([&] { db_.write_together([](connection&) {}); })})
    try {
      use();
      FAIL() << "nothing was thrown";
    } catch (const tenon::error& refused) {
      EXPECT_EQ(refused.message(), "The database of this test is not open: it has not started, or has stopped");
    }
}

}  // namespace
