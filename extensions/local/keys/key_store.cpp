#include "key_store.hpp"

#include "key_metadata.hpp"
#include "tenon/word/error.hpp"

namespace tenon_local {

namespace {

// The columns kid, user_id, revoked, jwk, metadata.
stored_key row_of(const query& row) {
  stored_key out;
  out.key.id = row.text(0);
  out.key.user_id = row.text(1);
  out.key.revoked = row.number(2) != 0;
  out.jwk = row.text(3);
  if (!read_metadata(row.text(4), out.key))
    throw tenon::error(tenon::error_type::server_misconfigured,
                       "The row of the API key " + out.key.id +
                           " in the table japikeys cannot be read: its column metadata was changed by hand or by "
                           "another program. Put it right, or delete the row");
  return out;
}

}  // namespace

void key_store::insert(const stored_key& made) {
  database_.write([&](connection& db) {
    db.run("INSERT INTO japikeys (kid, user_id, revoked, jwk, metadata) VALUES (?, ?, ?, ?, ?)", made.key.id,
           made.key.user_id, made.key.revoked ? 1 : 0, made.jwk, metadata_of(made.key));
  });
}

std::optional<stored_key> key_store::find(std::string_view kid) const {
  return database_.read([&](connection& db) -> std::optional<stored_key> {
    query rows = db.select("SELECT kid, user_id, revoked, jwk, metadata FROM japikeys WHERE kid = ?", kid);
    if (!rows.next()) return std::nullopt;
    return row_of(rows);
  });
}

std::vector<tenon::api_key> key_store::list(std::string_view user_id, const tenon::list_api_keys_request& page) const {
  const std::int64_t limit = page.limit ? std::int64_t{*page.limit} : -1;
  const std::int64_t offset = page.offset ? std::int64_t{*page.offset} : 0;
  return database_.read([&](connection& db) {
    std::vector<tenon::api_key> out;
    query rows = db.select(
        "SELECT kid, user_id, revoked, jwk, metadata FROM japikeys WHERE user_id = ? ORDER BY rowid LIMIT ? OFFSET ?",
        user_id, limit, offset);
    while (rows.next()) out.push_back(row_of(rows).key);
    return out;
  });
}

bool key_store::revoke(std::string_view user_id, std::string_view kid) {
  return database_.write([&](connection& db) {
    return db.run("UPDATE japikeys SET revoked = 1 WHERE user_id = ? AND kid = ?", user_id, kid) > 0;
  });
}

}  // namespace tenon_local
