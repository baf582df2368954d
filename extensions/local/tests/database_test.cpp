// The database file and everything that can be wrong with it.
#include "../storage/database.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <atomic>
#include <thread>

#include "../storage/setting_store.hpp"
#include "child_process.hpp"
#include "temporary_folder.hpp"
#include "tenon/word/error.hpp"

namespace tenon_local {

namespace {

using namespace std::chrono_literals;
using tenon::error_type;

struct failure {
  error_type type = error_type::unknown;
  std::string message = "nothing was thrown";
};
template <class F>
failure failure_of(F&& operation) {
  try {
    operation();
  } catch (const tenon::error& thrown) {
    return {thrown.type(), thrown.message()};
  }
  return {};
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// Another program's statement on the file.
void run_sql(const std::string& path, const char* sql) {
  sqlite3* handle = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(handle);
  sqlite3_close(handle);
}

void fill(database& db, int rows) {
  setting_store settings(db);
  for (int i = 0; i < rows; ++i) settings.put("key" + std::to_string(i), std::string(1000, 'x'));
}

}  // namespace

TEST(database, a_new_file_is_readable_for_nobody_else) {
  temporary_folder folder;
  database db(folder.file());
  fill(db, 1);
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    struct stat facts{};
    ASSERT_EQ(::stat(entry.path().c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0600U) << entry.path();
  }
}

TEST(database, what_was_written_is_there_after_opening_it_again) {
  temporary_folder folder;
  {
    database db(folder.file());
    setting_store(db).put("a", "1");
  }
  database db(folder.file());
  EXPECT_EQ(setting_store(db).find("a"), "1");
}

TEST(database, waits_for_the_disk_before_a_write_returns) {
  temporary_folder folder;
  database db(folder.file());
  const auto number = [&](tenon::literal sql) {
    return db.write([&](connection& on) {
      query rows = on.select(sql);
      return rows.next() ? rows.number(0) : -1;
    });
  };
  EXPECT_EQ(number("PRAGMA synchronous"), 2);
  const std::string mode = db.read([](connection& on) {
    query rows = on.select("PRAGMA journal_mode");
    return rows.next() ? rows.text(0) : std::string();
  });
  EXPECT_EQ(mode, "wal");
}

TEST(database, a_transaction_that_throws_leaves_nothing_behind) {
  temporary_folder folder;
  database db(folder.file());
  setting_store settings(db);
  EXPECT_THROW(db.write([&](connection& on) {
    on.run("INSERT INTO settings (key, value) VALUES ('a', '1')");
    throw std::runtime_error("changed my mind");
  }),
               std::runtime_error);
  EXPECT_EQ(settings.find("a"), std::nullopt);
  settings.put("b", "2");
  EXPECT_EQ(settings.find("b"), "2");
}

TEST(database, text_is_stored_as_it_is_whatever_it_looks_like) {
  temporary_folder folder;
  database db(folder.file());
  setting_store settings(db);
  for (const std::string& text : {std::string("'; DROP TABLE settings; --"), std::string("a\0b", 3), std::string()}) {
    settings.put("k", text);
    EXPECT_EQ(settings.find("k"), text);
    settings.put(text, "v");
    EXPECT_EQ(settings.find(text), "v");
  }
}

TEST(database, a_reader_does_not_wait_for_a_writer) {
  temporary_folder folder;
  database db(folder.file());
  setting_store settings(db);
  settings.put("a", "old");
  std::atomic<bool> writing = false, read = false;
  std::thread writer([&] {
    db.write([&](connection& on) {
      on.run("UPDATE settings SET value = 'new'");
      writing = true;
      writing.notify_all();
      read.wait(false);
    });
  });
  writing.wait(false);
  EXPECT_EQ(settings.find("a"), "old");
  read = true;
  read.notify_all();
  writer.join();
  EXPECT_EQ(settings.find("a"), "new");
}

TEST(database, an_empty_file_becomes_a_database) {
  temporary_folder folder;
  write_file(folder.file(), "");
  database db(folder.file());
  setting_store(db).put("a", "1");
  EXPECT_EQ(setting_store(db).find("a"), "1");
}

TEST(database, a_file_of_the_original_is_taken_over_with_its_keys) {
  temporary_folder folder;
  run_sql(folder.file(),
          "CREATE TABLE japikeys (kid TEXT PRIMARY KEY, user_id TEXT NOT NULL, revoked INTEGER NOT NULL, jwk TEXT NOT "
          "NULL, metadata TEXT NOT NULL); INSERT INTO japikeys VALUES ('k', 'u', 0, '{}', '{}')");
  database db(folder.file());
  EXPECT_EQ(db.read([](connection& on) {
    query rows = on.select("SELECT count(*) FROM japikeys");
    return rows.next() ? rows.number(0) : 0;
  }),
            1);
}

TEST(database, names_with_a_meaning_to_sqlite_are_files_like_any_other) {
  temporary_folder folder;
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  for (const char* name : {":memory:", "file:x?mode=memory"}) {
    database db(name);
    setting_store(db).put("a", "1");
    EXPECT_TRUE(std::filesystem::exists(folder.path(name)));
  }
  std::filesystem::current_path(before);
}

TEST(database, a_file_that_is_no_database_is_refused_and_left_alone) {
  temporary_folder folder;
  const std::string text(8192, 'z');
  write_file(folder.file(), text);
  const failure found = failure_of([&] { database db(folder.file()); });
  EXPECT_EQ(found.type, error_type::server_misconfigured);
  EXPECT_TRUE(has(found.message, folder.file())) << found.message;
  EXPECT_TRUE(has(found.message, "restore a backup")) << found.message;
  EXPECT_EQ(text_of_file(folder.file()), text);
}

TEST(database, a_file_damaged_in_the_middle_fails_where_it_is_read_and_nowhere_else) {
  temporary_folder folder;
  {
    database db(folder.file());
    fill(db, 200);
  }
  std::string text = text_of_file(folder.file());
  ASSERT_GT(text.size(), 100'000U);
  std::fill(text.begin() + 40'000, text.end(), '\x7f');
  write_file(folder.file(), text);
  database db(folder.file());
  setting_store settings(db);
  int refused = 0;
  for (int i = 0; i < 200; ++i) {
    try {
      static_cast<void>(settings.find("key" + std::to_string(i)));
    } catch (const tenon::error& thrown) {
      ++refused;
      EXPECT_EQ(thrown.type(), error_type::server_misconfigured);
      EXPECT_TRUE(has(thrown.message(), folder.file())) << thrown.message();
    }
  }
  EXPECT_GT(refused, 0);
}

TEST(database, a_file_cut_short_is_refused_without_a_crash) {
  temporary_folder folder;
  {
    database db(folder.file());
    fill(db, 50);
  }
  const std::string whole = text_of_file(folder.file());
  for (std::size_t size : {15U, 99U, 100U, 511U, 4095U, 4097U, 20'000U}) {
    write_file(folder.file(), whole.substr(0, size));
    std::filesystem::remove(folder.file("local.db-wal"));
    std::filesystem::remove(folder.file("local.db-shm"));
    const failure found = failure_of([&] {
      database db(folder.file());
      for (int i = 0; i < 50; ++i) static_cast<void>(setting_store(db).find("key" + std::to_string(i)));
    });
    EXPECT_TRUE(has(found.message, "is damaged")) << size << ": " << found.message;
  }
}

TEST(database, another_programs_file_is_refused_and_left_alone) {
  temporary_folder folder;
  run_sql(folder.file(), "PRAGMA application_id = 4711; CREATE TABLE theirs (a)");
  const failure found = failure_of([&] { database db(folder.file()); });
  EXPECT_EQ(found.type, error_type::server_misconfigured);
  EXPECT_TRUE(has(found.message, "belongs to another program")) << found.message;
  EXPECT_TRUE(has(found.message, folder.file())) << found.message;
}

TEST(database, a_later_versions_file_is_refused_and_left_alone) {
  temporary_folder folder;
  {
    database db(folder.file());
  }
  run_sql(folder.file(), "PRAGMA user_version = 2");
  const failure found = failure_of([&] { database db(folder.file()); });
  EXPECT_EQ(found.type, error_type::server_misconfigured);
  EXPECT_TRUE(has(found.message, "later version")) << found.message;
}

TEST(database, without_a_usable_path_it_says_what_to_do) {
  temporary_folder folder;
  for (const std::string& path : {std::string(), folder.path(), folder.file("missing/local.db")}) {
    const failure found = failure_of([&] { database db(path); });
    EXPECT_EQ(found.type, error_type::server_misconfigured) << path;
    EXPECT_TRUE(has(found.message, "data directory")) << found.message;
    EXPECT_TRUE(has(found.message, path)) << found.message;
  }
}

TEST(database, a_file_without_the_right_to_write_is_refused) {
  temporary_folder folder;
  {
    database db(folder.file());
  }
  ::chmod(folder.file().c_str(), 0444);
  ::chmod(folder.path().c_str(), 0555);
  // The superuser may write everything, so somebody else tries.
  child_process other([&](int out) {
    if (::geteuid() == 0 && ::setuid(65534) != 0) throw std::runtime_error("cannot become another user");
    const failure found = failure_of([&] { database db(folder.file()); });
    write_line(out, std::string(tenon::to_string(found.type)) + " " + found.message);
  });
  const std::string said = other.line();
  EXPECT_EQ(other.wait(), 0);
  ::chmod(folder.path().c_str(), 0755);
  EXPECT_TRUE(said.starts_with("server_misconfigured")) << said;
  EXPECT_TRUE(has(said, folder.file())) << said;
  EXPECT_TRUE(has(said, "the right to write")) << said;
}

TEST(database, a_file_locked_by_another_process_is_waited_for_and_then_said) {
  temporary_folder folder;
  {
    database db(folder.file());
  }
  child_process other([&](int out) {
    database db(folder.file());
    db.write([&](connection& on) {
      on.run("INSERT INTO settings (key, value) VALUES ('theirs', '1')");
      write_line(out, "locked");
      for (;;) ::pause();
    });
  });
  ASSERT_EQ(other.line(), "locked");
  database db(folder.file(), 100ms);
  setting_store settings(db);
  const auto begin = std::chrono::steady_clock::now();
  const failure found = failure_of([&] { settings.put("mine", "1"); });
  EXPECT_GE(std::chrono::steady_clock::now() - begin, 90ms);
  EXPECT_EQ(found.type, error_type::unknown);
  EXPECT_TRUE(has(found.message, "is locked by another process")) << found.message;
  EXPECT_TRUE(has(found.message, folder.file())) << found.message;
  EXPECT_EQ(settings.find("theirs"), std::nullopt);

  other.kill_and_wait();
  settings.put("mine", "2");
  EXPECT_EQ(settings.find("mine"), "2");
  EXPECT_EQ(settings.find("theirs"), std::nullopt);
}

TEST(database, a_full_disk_loses_nothing_and_goes_on_when_there_is_space_again) {
  temporary_folder folder;
  database db(folder.file());
  setting_store settings(db);
  settings.put("before", "1");
  const auto limit_pages = [&](tenon::literal sql) { db.write([&](connection& on) { on.run(sql); }); };
  limit_pages("PRAGMA max_page_count = 16");
  failure found;
  int written = 0;
  for (; written < 1000; ++written) {
    found = failure_of([&] { settings.put("key" + std::to_string(written), std::string(1000, 'x')); });
    if (found.message != "nothing was thrown") break;
  }
  EXPECT_EQ(found.type, error_type::unknown);
  EXPECT_TRUE(has(found.message, "no space left")) << found.message;
  EXPECT_TRUE(has(found.message, folder.file())) << found.message;
  EXPECT_EQ(settings.find("before"), "1");
  EXPECT_EQ(settings.find("key" + std::to_string(written)), std::nullopt);
  EXPECT_TRUE(settings.find("key" + std::to_string(written - 1)).has_value());
  limit_pages("PRAGMA max_page_count = 100000");
  settings.put("after", "1");
  EXPECT_EQ(settings.find("after"), "1");
}

TEST(database, several_processes_may_make_it_at_once) {
  temporary_folder folder;
  const auto open_and_write = [&](const char* name) {
    return [&folder, name](int) {
      database db(folder.file());
      setting_store(db).put(name, "1");
    };
  };
  child_process a(open_and_write("a")), b(open_and_write("b")), c(open_and_write("c"));
  EXPECT_EQ(a.wait() + b.wait() + c.wait(), 0);
  database db(folder.file());
  for (const char* name : {"a", "b", "c"}) EXPECT_EQ(setting_store(db).find(name), "1");
}

TEST(database, a_closed_one_says_that_it_is_not_open) {
  database db;
  EXPECT_EQ(failure_of([&] { static_cast<void>(setting_store(db).find("a")); }).type, error_type::server_misconfigured);
  temporary_folder folder;
  db.open(folder.file());
  setting_store(db).put("a", "1");
  db.close();
  EXPECT_TRUE(has(failure_of([&] { setting_store(db).put("a", "2"); }).message, "is not open"));
}

TEST(setting_store, of_two_who_put_a_value_the_first_decides) {
  temporary_folder folder;
  database db(folder.file());
  setting_store settings(db);
  EXPECT_EQ(settings.put_if_absent("k", "first"), "first");
  EXPECT_EQ(settings.put_if_absent("k", "second"), "first");
}

TEST(database, that_was_removed_or_replaced_takes_nothing_until_it_is_back) {
  temporary_folder folder;
  database db(folder.file());
  setting_store settings(db);
  settings.put("a", "1");
  std::filesystem::rename(folder.file(), folder.file("aside"));
  const auto refused = [&] {
    const failure seen = failure_of([&] { settings.put("a", "2"); });
    return seen.type == error_type::server_misconfigured && has(seen.message, folder.file()) &&
           has(seen.message, "was removed or replaced while the program runs");
  };
  EXPECT_TRUE(refused());
  write_file(folder.file(), "something else");
  EXPECT_TRUE(refused());
  EXPECT_EQ(settings.find("a"), "1") << "what was there can still be read";
  std::filesystem::rename(folder.file("aside"), folder.file());
  settings.put("a", "3");
  EXPECT_EQ(settings.find("a"), "3");
}

}  // namespace tenon_local
