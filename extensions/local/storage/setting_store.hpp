// Single values that the implementation keeps for itself, by name.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "database.hpp"

namespace tenon_local {

// Any thread. Failures of the database are thrown as throw_database_error says.
class setting_store {
 public:
  explicit setting_store(database& in) : database_(in) {}

  [[nodiscard]] std::optional<std::string> find(std::string_view key) const;
  void put(std::string_view key, std::string_view value);
  // Whoever comes first decides: returns the value that is there now, which may be another one.
  [[nodiscard]] std::string put_if_absent(std::string_view key, std::string_view value);

 private:
  database& database_;
};

}  // namespace tenon_local
