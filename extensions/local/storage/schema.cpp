#include "schema.hpp"

#include <cstdint>

#include "connection.hpp"
#include "tenon/word/error.hpp"

namespace tenon_local {

namespace {

constexpr std::int64_t application_id = 0x74656e6f;  // "teno"; SQLite keeps it in the file's header
constexpr std::int64_t current_version = 1;

std::int64_t pragma(connection& on, tenon::literal sql) {
  query value = on.select(sql);
  return value.next() ? value.number(0) : 0;
}

// A file of the original has neither mark, so 0 counts as ours as long as the tables fit.
bool is_current(connection& on, const std::string& path) {
  const std::int64_t owner = pragma(on, "PRAGMA application_id");
  const std::int64_t version = pragma(on, "PRAGMA user_version");
  if (owner != 0 && owner != application_id)
    throw tenon::error(tenon::error_type::server_misconfigured,
                       "The database file " + path +
                           " belongs to another program (its application_id differs). Nothing was changed. Choose "
                           "another data directory");
  if (version > current_version)
    throw tenon::error(tenon::error_type::server_misconfigured,
                       "The database file " + path + " was written by a later version of this program (schema " +
                           std::to_string(version) + ", known here up to " + std::to_string(current_version) +
                           "). Nothing was changed. Run that version, or choose another data directory");
  return owner == application_id && version == current_version;
}

}  // namespace

void ensure_schema(connection& on, const std::string& path) {
  if (is_current(on, path)) return;
  on.transaction([&](connection& db) {
    if (is_current(db, path)) return;  // another process was faster
    db.run(
        "CREATE TABLE IF NOT EXISTS japikeys (kid TEXT PRIMARY KEY, user_id TEXT NOT NULL, revoked INTEGER NOT NULL, "
        "jwk TEXT NOT NULL, metadata TEXT NOT NULL)");
    // An index holds the row id behind its columns, so a user's keys come out in the order in which they were made.
    db.run("CREATE INDEX IF NOT EXISTS japikeys_by_user ON japikeys (user_id)");
    db.run("CREATE TABLE IF NOT EXISTS settings (key TEXT PRIMARY KEY, value TEXT NOT NULL)");
    db.run(
        "CREATE TABLE IF NOT EXISTS permissions (resource_type TEXT NOT NULL, resource_id TEXT NOT NULL, "
        "user_id TEXT NOT NULL, level TEXT NOT NULL CHECK (level IN ('owner', 'writer')), granted_by TEXT NOT NULL, "
        "granted_at INTEGER NOT NULL, PRIMARY KEY (resource_type, resource_id, user_id))");
    db.run(
        "CREATE UNIQUE INDEX IF NOT EXISTS permissions_one_owner ON permissions (resource_type, resource_id) "
        "WHERE level = 'owner'");
    db.run("PRAGMA application_id = 1952804463");
    db.run("PRAGMA user_version = 1");
  });
}

}  // namespace tenon_local
