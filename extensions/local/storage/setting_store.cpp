#include "setting_store.hpp"

namespace tenon_local {

namespace {

std::optional<std::string> value_of(connection& db, std::string_view key) {
  query rows = db.select("SELECT value FROM settings WHERE key = ?", key);
  if (!rows.next()) return std::nullopt;
  return rows.text(0);
}

}  // namespace

std::optional<std::string> setting_store::find(std::string_view key) const {
  return database_.read([&](connection& db) { return value_of(db, key); });
}

void setting_store::put(std::string_view key, std::string_view value) {
  database_.write([&](connection& db) {
    db.run("INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
           key, value);
  });
}

std::string setting_store::put_if_absent(std::string_view key, std::string_view value) {
  return database_.write([&](connection& db) {
    db.run("INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO NOTHING", key, value);
    return value_of(db, key).value_or(std::string(value));
  });
}

}  // namespace tenon_local
