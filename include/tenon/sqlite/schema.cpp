#include "tenon/sqlite/schema.hpp"

#include "tenon/sqlite/connection.hpp"
#include "tenon/word/error.hpp"

namespace tenon::sqlite {

namespace {

std::int64_t pragma(connection& on, literal sql) {
  query value = on.select(sql);
  return value.next() ? value.number(0) : 0;
}

bool is_current(connection& on, const schema& wanted) {
  const std::int64_t owner = pragma(on, "PRAGMA application_id");
  const std::int64_t version = pragma(on, "PRAGMA user_version");
  if (owner != 0 && owner != wanted.application_id)
    throw error(error_type::server_misconfigured,
                "The database file " + on.path() +
                    " belongs to another program (its application_id differs). Nothing was changed. Choose another "
                    "data directory");
  if (version > wanted.version)
    throw error(error_type::server_misconfigured,
                "The database file " + on.path() + " was written by a later version of this program (schema " +
                    std::to_string(version) + ", known here up to " + std::to_string(wanted.version) +
                    "). Nothing was changed. Run that version, or choose another data directory");
  return owner == wanted.application_id && version == wanted.version;
}

}  // namespace

void ensure_schema(connection& on, const schema& wanted) {
  if (is_current(on, wanted)) return;
  on.transaction([&](connection& db) {
    if (!is_current(db, wanted)) wanted.make(db);  // another process may have been faster
  });
}

}  // namespace tenon::sqlite
