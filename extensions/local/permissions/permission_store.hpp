// The grants in the database, and the rules that hold between them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "../storage/database.hpp"
#include "tenon/word/permission.hpp"

namespace tenon_local {

// What came of an attempt to change a grant. Everything but `done` has changed nothing.
enum class grant_outcome : std::uint8_t {
  done,
  granter_is_not_owner,
  user_is_owner,
  second_owner,
  no_such_resource,
  no_such_grant
};

// A resource has at most one owner. It gets one by its first grant: of the level owner, the user; of the level writer,
// the granter. From then on only the owner grants and revokes.
//
// Any thread; each change is one transaction. Failures of the database are thrown as throw_database_error says.
class permission_store {
 public:
  explicit permission_store(database& in) : database_(in) {}

  [[nodiscard]] std::optional<tenon::permission_level> level_of(std::string_view user_id,
                                                                const tenon::resource& thing) const;
  // What is granted already stays as it is, with the time of its first grant.
  [[nodiscard]] grant_outcome grant(const tenon::grant_permission_request& wanted, tenon::timestamp now);
  [[nodiscard]] grant_outcome revoke(const tenon::revoke_permission_request& wanted);
  // The owner first, then by the time of the grant.
  [[nodiscard]] std::vector<tenon::permission> list(const tenon::resource& thing) const;

 private:
  database& database_;
};

}  // namespace tenon_local
