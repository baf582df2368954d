// What a statement has found.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "tenon/json/from_text.hpp"
#include "tenon/reflect/type_of.hpp"
#include "tenon/sqlite/cell.hpp"
#include "tenon/word/finding.hpp"

namespace tenon_data {

// All that a client hears of a failure which is none of its own.
inline constexpr std::string_view tables_failed =
    "the tables could not be read or changed as they should be; the log of the program says why";

// Becomes a list of aggregates, or the first one, by the names of the columns: `std::vector<note> all = db.read(...)`.
// Columns that the aggregate has no member for are passed over; a member without a column is an error, unless it is a
// std::optional. What is no aggregate is the one column that there is: `std::vector<std::string> names = db.read(...)`.
class rows {
 public:
  rows(std::vector<std::string> columns, std::vector<std::vector<tenon::sqlite::cell>> cells)
      : columns_(std::move(columns)), cells_(std::move(cells)) {}

  [[nodiscard]] std::size_t size() const noexcept { return cells_.size(); }
  [[nodiscard]] bool empty() const noexcept { return cells_.empty(); }
  [[nodiscard]] const std::vector<std::string>& columns() const noexcept { return columns_; }
  [[nodiscard]] const tenon::sqlite::cell& at(std::size_t row, std::size_t column) const {
    return cells_.at(row).at(column);
  }
  // A list of objects.
  [[nodiscard]] std::string json() const;

  template <class Row>
  operator std::vector<Row>() const {
    refuse_several_columns_for<Row>();
    std::vector<Row> out;
    for (std::size_t i = 0; i < size(); ++i) out.push_back(row<Row>(i));
    return out;
  }
  template <class Row>
  operator std::optional<Row>() const {
    refuse_several_columns_for<Row>();
    return empty() ? std::nullopt : std::optional<Row>(row<Row>(0));
  }

 protected:
  template <class Row>
  static constexpr bool has_names = [] {
    const tenon::reflect::kind is = tenon::reflect::described<Row>.of->is;
    return is == tenon::reflect::kind::aggregate || is == tenon::reflect::kind::map || is == tenon::reflect::kind::raw;
  }();
  // Also where nothing is found, so that it does not wait for the first row.
  template <class Row>
  void refuse_several_columns_for() const {
    if constexpr (!has_names<Row>) refuse_several_columns();
  }
  void refuse_several_columns() const;

  template <class Row>
  [[nodiscard]] Row row(std::size_t index) const {
    std::vector<tenon::finding> findings;
    std::optional<Row> made =
        tenon::json::from_text<Row>(has_names<Row> ? object(index, &tenon::reflect::described<Row>)
                                                   : only_value(index, tenon::reflect::described<Row>),
                                    findings, {.unknown = tenon::json::unknown::ignored, .max_bytes = 64U << 20U});
    if (!made) misfit("a row of the database is not what was asked for: " + tenon::to_string(findings.front()));
    return *std::move(made);
  }
  [[noreturn]] static void misfit(const std::string& what);
  // `to`: what it becomes, which says where 0 and 1 are truth values; null: nobody knows.
  [[nodiscard]] std::string object(std::size_t index, const tenon::reflect::slot* to) const;
  [[nodiscard]] std::string only_value(std::size_t index, const tenon::reflect::slot& to) const;

  std::vector<std::string> columns_;
  std::vector<std::vector<tenon::sqlite::cell>> cells_;
};

// At least one of them. Becomes the first one too, where that is said: `const note first(db.require_read(...))`. Not by
// itself: `std::vector<note>{db.require_read(...)}` would be a list of the first one then.
class found_rows : public rows {
 public:
  explicit found_rows(rows all) : rows(std::move(all)) {}

  template <class Row>
    requires std::is_aggregate_v<Row>
  explicit operator Row() const {
    return row<Row>(0);
  }
};

}  // namespace tenon_data
