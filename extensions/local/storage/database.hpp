// The database file of the stand-alone implementation.
#pragma once

#include <chrono>
#include <string>

#include "tenon/sqlite/connection.hpp"
#include "tenon/sqlite/database.hpp"
#include "tenon/sqlite/database_error.hpp"

namespace tenon_local {

using tenon::sqlite::connection, tenon::sqlite::query, tenon::sqlite::reworded;

// Its keys, its settings and its grants.
class database : public tenon::sqlite::database {
 public:
  database() = default;  // closed
  explicit database(const std::string& path, std::chrono::milliseconds busy_timeout = std::chrono::seconds(5)) {
    open(path, busy_timeout);
  }

  // As that of what it is.
  void open(const std::string& path, std::chrono::milliseconds busy_timeout = std::chrono::seconds(5));
};

}  // namespace tenon_local
