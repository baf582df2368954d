#include "permission_store.hpp"

namespace tenon_local {

namespace {

using tenon::permission_level;

std::optional<std::string> owner_of(connection& db, const tenon::resource& thing) {
  query rows =
      db.select("SELECT user_id FROM permissions WHERE resource_type = ? AND resource_id = ? AND level = 'owner'",
                thing.type, thing.id);
  if (!rows.next()) return std::nullopt;
  return rows.text(0);
}

void put(connection& db, const tenon::grant_permission_request& wanted, std::string_view user_id,
         permission_level level, tenon::timestamp now) {
  db.run(
      "INSERT INTO permissions (resource_type, resource_id, user_id, level, granted_by, granted_at) "
      "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
      wanted.resource.type, wanted.resource.id, user_id, tenon::to_string(level), wanted.granted_by,
      now.time_since_epoch().count());
}

}  // namespace

std::optional<permission_level> permission_store::level_of(std::string_view user_id,
                                                           const tenon::resource& thing) const {
  return database_.read([&](connection& db) -> std::optional<permission_level> {
    query rows = db.select("SELECT level FROM permissions WHERE resource_type = ? AND resource_id = ? AND user_id = ?",
                           thing.type, thing.id, user_id);
    if (!rows.next()) return std::nullopt;
    return tenon::permission_level_from(rows.text(0));
  });
}

grant_outcome permission_store::grant(const tenon::grant_permission_request& wanted, tenon::timestamp now) {
  return database_.write([&](connection& db) {
    const auto owner = owner_of(db, wanted.resource);
    if (!owner) {
      const bool makes_owner = wanted.level == permission_level::owner;
      const std::string& first = makes_owner ? wanted.user_id : wanted.granted_by;
      put(db, wanted, first, permission_level::owner, now);
      if (first != wanted.user_id) put(db, wanted, wanted.user_id, permission_level::writer, now);
      return grant_outcome::done;
    }
    if (*owner != wanted.granted_by) return grant_outcome::granter_is_not_owner;
    if (*owner == wanted.user_id)
      return wanted.level == permission_level::owner ? grant_outcome::done : grant_outcome::user_is_owner;
    if (wanted.level == permission_level::owner) return grant_outcome::second_owner;
    put(db, wanted, wanted.user_id, permission_level::writer, now);
    return grant_outcome::done;
  });
}

grant_outcome permission_store::revoke(const tenon::revoke_permission_request& wanted) {
  return database_.write([&](connection& db) {
    const auto owner = owner_of(db, wanted.resource);
    if (!owner) return grant_outcome::no_such_resource;
    if (*owner != wanted.revoked_by) return grant_outcome::granter_is_not_owner;
    if (*owner == wanted.user_id) return grant_outcome::user_is_owner;
    const int gone = db.run("DELETE FROM permissions WHERE resource_type = ? AND resource_id = ? AND user_id = ?",
                            wanted.resource.type, wanted.resource.id, wanted.user_id);
    return gone == 0 ? grant_outcome::no_such_grant : grant_outcome::done;
  });
}

std::vector<tenon::permission> permission_store::list(const tenon::resource& thing) const {
  return database_.read([&](connection& db) {
    std::vector<tenon::permission> out;
    query rows = db.select(
        "SELECT user_id, level, granted_at FROM permissions WHERE resource_type = ? AND resource_id = ? "
        "ORDER BY level = 'owner' DESC, granted_at, rowid",
        thing.type, thing.id);
    while (rows.next())
      out.push_back({.user_id = rows.text(0),
                     .level = tenon::permission_level_from(rows.text(1)).value_or(permission_level::writer),
                     .granted_at = tenon::timestamp(std::chrono::milliseconds(rows.number(2)))});
    return out;
  });
}

}  // namespace tenon_local
