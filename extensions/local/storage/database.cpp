#include "database.hpp"

namespace tenon_local {

namespace {

void make_tables(connection& on) {
  on.run(
      "CREATE TABLE IF NOT EXISTS japikeys (kid TEXT PRIMARY KEY, user_id TEXT NOT NULL, revoked INTEGER NOT NULL, "
      "jwk TEXT NOT NULL, metadata TEXT NOT NULL)");
  // An index holds the row id behind its columns, so a user's keys come out in the order in which they were made.
  on.run("CREATE INDEX IF NOT EXISTS japikeys_by_user ON japikeys (user_id)");
  on.run("CREATE TABLE IF NOT EXISTS settings (key TEXT PRIMARY KEY, value TEXT NOT NULL)");
  on.run(
      "CREATE TABLE IF NOT EXISTS permissions (resource_type TEXT NOT NULL, resource_id TEXT NOT NULL, "
      "user_id TEXT NOT NULL, level TEXT NOT NULL CHECK (level IN ('owner', 'writer')), granted_by TEXT NOT NULL, "
      "granted_at INTEGER NOT NULL, PRIMARY KEY (resource_type, resource_id, user_id))");
  on.run(
      "CREATE UNIQUE INDEX IF NOT EXISTS permissions_one_owner ON permissions (resource_type, resource_id) "
      "WHERE level = 'owner'");
  on.run("PRAGMA application_id = 1952804463");
  on.run("PRAGMA user_version = 1");
}

// "teno". A file of the original has neither mark.
constexpr tenon::sqlite::schema tables{"the local implementation", 0x74656e6f, 1, &make_tables};

}  // namespace

void database::open(const std::string& path, std::chrono::milliseconds busy_timeout) {
  tenon::sqlite::database::open(path, tables, {.busy_timeout = busy_timeout});
}

}  // namespace tenon_local
