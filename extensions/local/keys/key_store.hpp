// The API keys in the database: who has which, and the public half of each. The secret halves are nowhere.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../storage/database.hpp"
#include "tenon/word/api_key.hpp"

namespace tenon_local {

// One row of the table `japikeys`.
struct stored_key {
  tenon::api_key key;
  std::string jwk;  // the public key as a JSON object
};

// Any thread. Failures of the database are thrown as throw_database_error says.
class key_store {
 public:
  explicit key_store(database& in) : database_(in) {}

  // When it returns, the key survives a kill and a power cut.
  void insert(const stored_key& made);
  [[nodiscard]] std::optional<stored_key> find(std::string_view kid) const;
  // Oldest first.
  [[nodiscard]] std::vector<tenon::api_key> list(std::string_view user_id,
                                                 const tenon::list_api_keys_request& page) const;
  // False where the user has no such key. Revoking once more changes nothing.
  [[nodiscard]] bool revoke(std::string_view user_id, std::string_view kid);

 private:
  database& database_;
};

}  // namespace tenon_local
