// Gets or sets values by key so often, in one of several ways, and prints the nanoseconds of one.
#include <sqlite3.h>

#include <chrono>
#include <cstddef>
#include <cstdio>
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "kv/kv_store.hpp"
#include "tenon/sqlite/connection.hpp"
#include "tenon/sqlite/database.hpp"
#include "tenon/testing/scratch_folder.hpp"

namespace {

using tenon_data::kv_space, tenon_data::kv_store;

constexpr std::size_t keys = 1000, writers = 8;
const kv_space own{.owner = "", .app = "bench"};
std::string key_of(std::size_t i) { return "key" + std::to_string(i % keys); }

class place {
 public:
  place() {
    database.open(file(), kv_store::schema(), {.readers = 4});
    for (std::size_t i = 0; i < keys; ++i)
      items_.push_back({key_of(i), {"\"a value of some length, as they are\""}, {}});
    values.set(own, items_);
  }
  [[nodiscard]] std::string file() const { return folder_.path("data.db"); }

 private:
  tenon::testing::scratch_folder folder_{};  // goes last

 public:
  tenon::sqlite::database database{};
  kv_store values{database, [] { return tenon_data::unix_seconds{1000}; }};

 private:
  std::vector<tenon_data::kv_item> items_{};
};

double nanoseconds(std::size_t count, const std::function<void()>& what) {
  const auto begin = std::chrono::steady_clock::now();
  what();
  return std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - begin).count() /
         static_cast<double>(count);
}

std::size_t length = 0;  // of all that was got, so that it is got

double get(place& in, std::size_t count) {
  return nanoseconds(count, [&] {
    for (std::size_t i = 0; i < count; ++i) length += in.values.get(own, key_of(i))->text.size();
  });
}

// One statement, prepared once, on a connection of its own.
double get_by_statement(place& in, std::size_t count) {
  sqlite3* handle = nullptr;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_open_v2(in.file().c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr) != SQLITE_OK ||
      sqlite3_prepare_v2(handle,
                         "SELECT value FROM kv WHERE owner = '' AND app = 'bench' AND key = ? AND "
                         "(expires IS NULL OR expires > 1000)",
                         -1, &statement, nullptr) != SQLITE_OK)
    throw std::runtime_error(sqlite3_errmsg(handle));
  const double took = nanoseconds(count, [&] {
    for (std::size_t i = 0; i < count; ++i) {
      const std::string key = key_of(i);
      sqlite3_bind_text(statement, 1, key.data(), static_cast<int>(key.size()), SQLITE_STATIC);
      if (sqlite3_step(statement) != SQLITE_ROW) throw std::runtime_error("nothing there");
      const std::string value(static_cast<const char*>(static_cast<const void*>(sqlite3_column_text(statement, 0))),
                              static_cast<std::size_t>(sqlite3_column_bytes(statement, 0)));
      length += value.size();
      sqlite3_reset(statement);
    }
  });
  sqlite3_finalize(statement);
  sqlite3_close(handle);
  return took;
}

double by_writers(std::size_t count, const std::function<void(std::size_t i)>& set) {
  return nanoseconds(count, [&] {
    std::vector<std::thread> all;
    for (std::size_t w = 0; w < writers; ++w)
      all.emplace_back([&, w] {
        for (std::size_t i = w; i < count; i += writers) set(i);
      });
    for (std::thread& one : all) one.join();
  });
}

// Each time another: SQLite writes nothing where a value is what it was.
std::string another(std::size_t i) { return '"' + std::to_string(i) + '"'; }

double set(place& in, std::size_t count) {
  return by_writers(count, [&](std::size_t i) { in.values.set(own, key_of(i), another(i)); });
}

// Each in a transaction of its own.
double set_one_by_one(place& in, std::size_t count) {
  return by_writers(count, [&](std::size_t i) {
    in.database.write([&](tenon::sqlite::connection& on) {
      on.run("UPDATE kv SET value = ? WHERE owner = '' AND app = 'bench' AND key = ?", another(i), key_of(i));
    });
  });
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return std::fprintf(stderr, "usage: %s WAY COUNT\n", arguments[0]), 2;
  const std::string_view way = arguments[1];
  const auto many = static_cast<std::size_t>(std::strtoull(arguments[2], nullptr, 10));
  place here;
  const double took = way == "get"                ? get(here, many)
                      : way == "get_by_statement" ? get_by_statement(here, many)
                      : way == "set"              ? set(here, many)
                                                  : set_one_by_one(here, many);
  std::printf("%f\n", took);
  return length == 1 ? 1 : 0;
}
