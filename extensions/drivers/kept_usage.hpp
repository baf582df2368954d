// Usage that outlasts the program, in tables of its own.
#pragma once

#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "usage.hpp"

namespace tenon_drivers {

// Calls are counted in memory alone, and put into the file from time to time: a call waits for no disk. `db` is what
// the import `data` gives (its concept Db), the same each time. Any thread.
class kept_usage {
 public:
  // All that was counted since; all of it or nothing. Throws what the database throws, and nothing is lost then.
  void keep(usage& from, usage::time_point now, auto db) {
    const std::lock_guard lock(mutex_);
    const std::vector<usage::row_of_user> rows = from.take(now);
    if (rows.empty()) return;
    try {
      open(db);
      db.batch([&](auto& all) {
        for (const auto& [user, one] : rows)
          all.write(
              "INSERT INTO usage_by_app (user, app, interface, driver, method, calls) VALUES (?, ?, ?, ?, ?, ?) ON "
              "CONFLICT DO UPDATE SET calls = calls + excluded.calls",
              user, one.app, one.interface, one.driver, one.method, one.calls);
      });
    } catch (...) {
      from.give_back(rows);
      throw;
    }
  }
  // Beside what is not in the file yet.
  [[nodiscard]] std::vector<usage::row> of(usage::caller who, const usage& since, auto db) {
    const std::lock_guard lock(mutex_);  // or what is on its way would be counted twice, or not at all
    open(db);
    const std::vector<usage::row> kept =
        db.read("SELECT app, interface, driver, method, calls FROM usage_by_app WHERE user = ?", who.user);
    return together(kept, since.of(who), who.app);
  }

 private:
  void open(auto& db) {
    if (is_open_) return;
    db.migrate(
        {"CREATE TABLE usage (user TEXT NOT NULL, interface TEXT NOT NULL, driver TEXT NOT NULL, method TEXT NOT NULL, "
         "calls INTEGER NOT NULL, PRIMARY KEY (user, interface, driver, method)) WITHOUT ROWID",
         "CREATE TABLE usage_by_app (user TEXT NOT NULL, app TEXT NOT NULL, interface TEXT NOT NULL, driver TEXT NOT "
         "NULL, method TEXT NOT NULL, calls INTEGER NOT NULL, PRIMARY KEY (user, app, interface, driver, method)) "
         "WITHOUT ROWID",
         "INSERT INTO usage_by_app SELECT user, '', interface, driver, method, calls FROM usage", "DROP TABLE usage"});
    is_open_ = true;
  }

  std::mutex mutex_{};
  bool is_open_ = false;
};

}  // namespace tenon_drivers
