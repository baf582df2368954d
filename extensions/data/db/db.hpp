// The tables of one extension, as it uses them.
#pragma once

#include <array>
#include <exception>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "../without_detail.hpp"
#include "rows.hpp"
#include "table_store.hpp"
#include "tenon/reflect/fit.hpp"
#include "tenon/reflect/type_of.hpp"
#include "tenon/sqlite/cell.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/literal.hpp"

namespace tenon_data {

namespace detail {

template <class>
inline constexpr bool is_literal = false;

template <class... Values>
std::array<tenon::sqlite::cell, sizeof...(Values)> cells_of(const Values&... values) {
  return {tenon::sqlite::cell_of(values)...};
}
inline found_rows required(rows found, std::string_view sql) {
  using tenon::error, tenon::error_type;
  if (found.empty())
    throw error(error_type::not_found,
                {.message = "what was asked for is not there",
                 .cause = std::make_exception_ptr(
                     error(error_type::not_found, std::string("required read failed: ").append(sql)))});
  return found_rows(std::move(found));
}
// Of one statement.
template <class F>
auto told(F work) {
  return without_detail(tables_failed, std::move(work));
}

}  // namespace detail

// Several statements that happen whole or not at all. Lives as long as the work that it is given to.
class batch {
 public:
  explicit batch(tenon::sqlite::connection& on) : on_(on) {}

  template <class... Values>
  [[nodiscard]] rows read(tenon::literal sql, const Values&... values) {
    return detail::told([&] { return read_on(on_, sql.view(), detail::cells_of(values...)); });
  }
  template <class... Values>
  written write(tenon::literal sql, const Values&... values) {
    return detail::told([&] { return write_on(on_, sql.view(), detail::cells_of(values...)); });
  }
  template <class Row>
  written insert(tenon::literal table, const Row& row) {
    static_assert(sizeof(tenon::reflect::written_check<Row>) > 0);
    return detail::told([&] { return insert_on(on_, table.view(), tenon::reflect::described<Row>, &row); });
  }

 private:
  tenon::sqlite::connection& on_;
};

// A handle. SQL is a literal and values are given beside it, one for each `?`, so nothing that came from outside can
// become a part of a statement: numbers, truth values, texts, and std::optional of these.
class db {
 public:
  explicit db(table_store& in) : store_(&in) {}

  // From on_start on, before anything else: `db.migrate({"CREATE TABLE notes (...)", "ALTER TABLE notes ..."});`. A
  // step is one statement, done once in the life of the file. Steps are added, and never changed.
  void migrate(std::initializer_list<tenon::literal> steps) { store_->migrate({steps.begin(), steps.size()}); }

  // `std::vector<note> all = db.read("SELECT * FROM notes WHERE author = ?", name);`
  template <class... Values>
  [[nodiscard]] rows read(tenon::literal sql, const Values&... values) const {
    const auto given = detail::cells_of(values...);
    return detail::told([&] {
      return store_->opened().read([&](tenon::sqlite::connection& on) { return read_on(on, sql.view(), given); });
    });
  }
  template <class Text, class... Values>
    requires std::is_same_v<Text, std::string>
  [[nodiscard]] rows read(const Text&, const Values&...) const {
    static_assert(detail::is_literal<Text>, "SQL is a literal: write ? where a value is to stand, and give it beside");
    return {{}, {}};
  }
  // The same; throws not_found where nothing is found. `const note one(db.require_read("..."));` is the first.
  template <class... Values>
  [[nodiscard]] found_rows require_read(tenon::literal sql, const Values&... values) const {
    return detail::required(read(sql, values...), sql.view());
  }
  // Durable when it has returned.
  template <class... Values>
  written write(tenon::literal sql, const Values&... values) {
    const auto given = detail::cells_of(values...);
    return detail::told([&] {
      return store_->opened().write_together(
          [&](tenon::sqlite::connection& on) { return write_on(on, sql.view(), given); });
    });
  }
  template <class Text, class... Values>
    requires std::is_same_v<Text, std::string>
  written write(const Text&, const Values&...) {
    static_assert(detail::is_literal<Text>, "SQL is a literal: write ? where a value is to stand, and give it beside");
    return {};
  }
  // An aggregate becomes a row, by the names of its members.
  template <class Row>
  written insert(tenon::literal table, const Row& row) {
    static_assert(sizeof(tenon::reflect::written_check<Row>) > 0);
    return detail::told([&] {
      return store_->opened().write_together([&](tenon::sqlite::connection& on) {
        return insert_on(on, table.view(), tenon::reflect::described<Row>, &row);
      });
    });
  }
  // `db.batch([&](auto& all) { all.write("..."); all.write("..."); });`: one transaction, taken back where it throws.
  template <class F>
  auto batch(F work) {
    std::exception_ptr own;  // what it throws itself
    try {
      return store_->opened().write([&](tenon::sqlite::connection& on) {
        tenon_data::batch all(on);
        try {
          return work(all);
        } catch (...) {
          own = std::current_exception();
          throw;
        }
      });
    } catch (...) {
      if (own) std::rethrow_exception(own);
      return detail::told([]() -> std::invoke_result_t<F&, tenon_data::batch&> { throw; });
    }
  }

 private:
  table_store* store_;
};

}  // namespace tenon_data
