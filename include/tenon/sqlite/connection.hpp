// One connection to an SQLite file, and one run of a statement on it.
#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>

#include "tenon/sqlite/cell.hpp"
#include "tenon/word/literal.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace tenon::sqlite {

struct close_connection {
  void operator()(sqlite3* handle) const noexcept;
};
struct finalize_statement {
  void operator()(sqlite3_stmt* handle) const noexcept;
};

class connection;

// A prepared statement with its values bound. `next()` steps to the first row, then to the following ones. Lives
// shorter than its connection, and only one run of the same statement may live at a time.
class query {
 public:
  template <class... Values>
  query(const connection& on, sqlite3_stmt* prepared, const Values&... values) : on_(on), prepared_(prepared) {
    int index = 0;
    (bind(++index, values), ...);
  }
  // As many values as the statement has places for, or it throws.
  query(const connection& on, sqlite3_stmt* prepared, std::span<const cell> values);
  ~query();
  query(const query&) = delete;
  query& operator=(const query&) = delete;

  [[nodiscard]] bool next();
  [[nodiscard]] std::string text(int column) const;  // empty for NULL
  // The same without a copy, until `next`.
  [[nodiscard]] std::string_view view(int column) const;
  [[nodiscard]] std::int64_t number(int column) const;
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] int column_count() const noexcept;
  [[nodiscard]] std::string_view column_name(int column) const;
  // Throws where it holds bytes that are no text.
  [[nodiscard]] cell value(int column) const;
  // The statement changes nothing.
  [[nodiscard]] bool only_reads() const noexcept;

 private:
  void bind(int index, std::string_view text);
  void bind_whole(int index, std::int64_t number);
  void bind_real(int index, double number);
  template <std::integral T>
  void bind(int index, T number) {
    bind_whole(index, static_cast<std::int64_t>(number));
  }
  template <std::floating_point T>
  void bind(int index, T number) {
    bind_real(index, static_cast<double>(number));
  }
  void bind(int index, std::nullopt_t);
  template <class T>
  void bind(int index, const std::optional<T>& value) {
    value ? bind(index, *value) : bind(index, std::nullopt);
  }

  const connection& on_;
  sqlite3_stmt* prepared_;
};

// Not for several threads at once: `database` sees to that. Failures are thrown as throw_database_error says.
class connection {
 public:
  // The file must exist; `busy_milliseconds` is how long a locked file is waited for.
  connection(std::string path, int busy_milliseconds);

  // SQL is a literal, so nothing that came from outside can be part of it; values are bound. Statements are prepared
  // once.
  template <class... Values>
  [[nodiscard]] query select(tenon::literal sql, const Values&... values) {
    return query(*this, prepared(sql.view()), values...);
  }
  // Runs it to its end and returns how many rows it changed.
  template <class... Values>
  int run(tenon::literal sql, const Values&... values) {
    {
      query all = select(sql, values...);
      while (all.next()) {
      }
    }
    return changed();
  }
  // The same with values of which only the program knows what they are. The text is one that the program has made of
  // its own names, never of what came from outside; it is prepared once.
  [[nodiscard]] query select(std::string_view own_sql, std::span<const cell> values) {
    return query(*this, prepared_by_text(own_sql), values);
  }
  int run(std::string_view own_sql, std::span<const cell> values);
  [[nodiscard]] std::int64_t last_insert_id() const noexcept;

  // `work` happens whole or, when it or the commit throws, not at all. Takes the write lock first, so what it reads is
  // still true when it writes.
  template <class F>
  decltype(auto) transaction(F&& work) {
    run("BEGIN IMMEDIATE");
    rollback_unless_committed guard{*this};
    if constexpr (std::is_void_v<decltype(work(*this))>) {
      work(*this);
      run("COMMIT");
    } else {
      auto result = work(*this);
      run("COMMIT");
      return result;
    }
  }

  [[nodiscard]] bool is_in_transaction() const noexcept;
  void roll_back_if_open() noexcept;
  [[nodiscard]] bool is_read_only() const noexcept;
  // The path does not lead to the file that is open any more. Asks the file system, about a microsecond.
  [[nodiscard]] bool has_moved() const noexcept;
  [[nodiscard]] const std::string& path() const noexcept { return path_; }
  [[nodiscard]] bool was_busy() const noexcept;  // the last operation failed because somebody else held a lock
  [[noreturn]] void fail(int sqlite_code) const;

 private:
  struct rollback_unless_committed {
    connection& on;
    ~rollback_unless_committed() { on.roll_back_if_open(); }
  };

  sqlite3_stmt* prepared(std::string_view sql);
  sqlite3_stmt* prepared_by_text(std::string_view sql);
  [[nodiscard]] std::unique_ptr<sqlite3_stmt, finalize_statement> prepare(std::string_view sql) const;
  [[nodiscard]] int changed() const noexcept;

  std::string path_;
  std::unique_ptr<sqlite3, close_connection> handle_;
  std::unordered_map<const char*, std::unique_ptr<sqlite3_stmt, finalize_statement>> statements_;
  std::map<std::string, std::unique_ptr<sqlite3_stmt, finalize_statement>, std::less<>> statements_by_text_;
};

}  // namespace tenon::sqlite
