// The tables of one extension, in a file of their own.
#pragma once

#include <cstdint>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "rows.hpp"
#include "tenon/reflect/type.hpp"
#include "tenon/sqlite/cell.hpp"
#include "tenon/sqlite/connection.hpp"
#include "tenon/sqlite/database.hpp"
#include "tenon/word/literal.hpp"

namespace tenon_data {

struct written {
  std::int64_t insert_id = 0;  // of the row that was inserted last
  int changed = 0;             // rows
};

using cells = std::span<const tenon::sqlite::cell>;

// One statement on a connection. Throws tenon::error: it is none, is more than one, has other places than there are
// values, or, of `read_on`, changes something; or as sqlite::database says.
[[nodiscard]] rows read_on(tenon::sqlite::connection& on, std::string_view sql, cells values);
[[nodiscard]] written write_on(tenon::sqlite::connection& on, std::string_view sql, cells values);

// An aggregate as a row of a table of that name: what is no number, truth value or text stands there as the text that
// it has, or as JSON.
[[nodiscard]] written insert_on(tenon::sqlite::connection& on, std::string_view table, const tenon::reflect::slot& is,
                                const void* row);

// Opened when it is first used. Any thread.
class table_store {
 public:
  explicit table_store(std::string path) : path_(std::move(path)) {}

  // Does those steps that have not been done yet, in order, all or none, and keeps which have. Throws
  // server_misconfigured where one that has been done is another now, or more have been done than there are.
  void migrate(std::span<const tenon::literal> steps);
  [[nodiscard]] tenon::sqlite::database& opened();
  void close() noexcept;

 private:
  std::string path_;
  std::mutex mutex_{};
  bool is_open_ = false;
  tenon::sqlite::database database_{};
};

}  // namespace tenon_data
