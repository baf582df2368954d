#include "kv_store.hpp"

#include <limits>
#include <string_view>
#include <utility>

#include "../without_detail.hpp"
#include "tenon/sqlite/connection.hpp"
#include "tenon/word/error.hpp"

namespace tenon_data {

namespace {

constexpr std::string_view values_failed = "the values cannot be reached at this time";

using tenon::json::raw;
using tenon::sqlite::connection, tenon::sqlite::query;

[[noreturn]] void refuse(std::string message) {
  throw tenon::error(tenon::error_type::invalid_request, std::move(message));
}

std::optional<raw> value_of(connection& on, const kv_space& of, std::string_view key, unix_seconds now) {
  query found =
      on.select("SELECT value FROM kv WHERE owner = ? AND app = ? AND key = ? AND (expires IS NULL OR expires > ?)",
                of.owner, of.app, key, now);
  return found.next() ? std::optional<raw>(raw{found.text(0)}) : std::nullopt;
}

// What a user has in all, keys and values; the triggers of the schema keep it.
std::int64_t bytes_of(connection& on, std::string_view owner) {
  query found = on.select("SELECT bytes FROM kv_sizes WHERE owner = ?", owner);
  return found.next() ? found.number(0) : 0;
}

unix_seconds later(unix_seconds now, unix_seconds ttl) {
  unix_seconds out = 0;
  return __builtin_add_overflow(now, ttl, &out) ? std::numeric_limits<unix_seconds>::max() : out;
}

// The first key that does not begin with it any more, by bytes; empty: there is none.
std::string end_of(std::string prefix) {
  while (!prefix.empty() && prefix.back() == '\xff') prefix.pop_back();
  if (!prefix.empty()) prefix.back() = static_cast<char>(static_cast<unsigned char>(prefix.back()) + 1);
  return prefix;
}

// What is refused is said of the key.
std::string of_key(std::string_view key, const std::function<std::string()>& made) {
  try {
    return made();
  } catch (const tenon::error& refused) {
    refuse(std::string("the key ").append(key).append(": ").append(refused.message()));
  }
}

}  // namespace

void kv_store::check(std::string_view key) const {
  if (key.empty())
    throw tenon::error(tenon::error_type::invalid_request,
                       tenon::error_options{.message = "key is empty. Say which one is meant.",
                                            .data = R"({"code":"field_empty","key":"key"})"});
  if (key.size() > limits_.key_bytes)
    refuse("key is too large. Max size is " + std::to_string(limits_.key_bytes) + ".");
}
void kv_store::check(std::string_view key, std::string_view value) const {
  check(key);
  if (value.size() > limits_.value_bytes)
    refuse("value is too large. Max size is " + std::to_string(limits_.value_bytes) + ".");
}

// What is there keeps its time, unless it is over or another is given. Extensions have as much room as the disk.
void kv_store::put(connection& on, const kv_space& of, std::string_view key, std::string_view value,
                   std::optional<unix_seconds> expire_at, unix_seconds now) const {
  const std::int64_t before = of.owner.empty() ? 0 : bytes_of(on, of.owner);
  on.run(
      "INSERT INTO kv (owner, app, key, value, expires) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET "
      "value = excluded.value, expires = CASE WHEN excluded.expires IS NOT NULL THEN excluded.expires "
      "WHEN expires <= ?6 THEN NULL ELSE expires END",
      of.owner, of.app, key, value, expire_at, now);
  const std::int64_t after = of.owner.empty() ? 0 : bytes_of(on, of.owner);
  if (after > before && after > static_cast<std::int64_t>(limits_.user_bytes))
    refuse("there is no room left. Max size of all that a user has, 100 for each key beside, is " +
           std::to_string(limits_.user_bytes) + ". Delete some.");
}

template <class F>
auto kv_store::read(F work) const {
  return without_detail(values_failed, [&] { return database_.read(work); });
}
template <class F>
auto kv_store::write(F work) {
  return without_detail(values_failed, [&] { return database_.write_together(work); });
}

std::optional<raw> kv_store::get(const kv_space& of, std::string_view key) const {
  return read([&](connection& on) { return value_of(on, of, key, now_()); });
}

std::vector<std::optional<raw>> kv_store::get(const kv_space& of, std::span<const std::string> keys) const {
  if (keys.size() > limits_.keys)
    refuse("key has " + std::to_string(keys.size()) + " keys. Ask for " + std::to_string(limits_.keys) +
           " at once at most.");
  return read([&](connection& on) {
    std::vector<std::optional<raw>> out;
    on.run("BEGIN");
    struct end {
      connection& of;
      ~end() {
        try {
          of.run("COMMIT");
        } catch (...) {  // it only read
        }
      }
    } at_the_end{on};
    const unix_seconds now = now_();
    std::size_t bytes = 0;
    for (const std::string& key : keys) {
      out.push_back(value_of(on, of, key, now));
      bytes += out.back() ? out.back()->text.size() : 0;
      if (bytes > limits_.answer_bytes)
        refuse("the values are together larger than an answer may be. Max size is " +
               std::to_string(limits_.answer_bytes) + ". Ask for fewer keys at once.");
    }
    return out;
  });
}

void kv_store::set(const kv_space& of, std::string_view key, std::string_view value,
                   std::optional<unix_seconds> expire_at) {
  check(key, value);
  write([&](connection& on) { put(on, of, key, value, expire_at, now_()); });
}

void kv_store::set(const kv_space& of, std::span<const kv_item> items) {
  for (const kv_item& one : items) check(one.key, one.value.text);
  write([&](connection& on) {
    for (const kv_item& one : items)
      put(on, of, one.key, one.value.text.empty() ? "null" : one.value.text, one.expire_at, now_());
  });
}

void kv_store::del(const kv_space& of, std::string_view key) {
  write(
      [&](connection& on) { on.run("DELETE FROM kv WHERE owner = ? AND app = ? AND key = ?", of.owner, of.app, key); });
}

void kv_store::flush(const kv_space& of) {
  write([&](connection& on) { on.run("DELETE FROM kv WHERE owner = ? AND app = ?", of.owner, of.app); });
}

kv_page kv_store::list(const kv_space& of, const kv_range& range) const {
  return read([&](connection& on) {
    kv_page out;
    const std::string end = end_of(range.prefix);
    constexpr std::size_t all = std::numeric_limits<std::size_t>::max();
    const std::size_t most = range.most.value_or(all), most_bytes = range.most_bytes.value_or(all);
    query rows = on.select(
        "SELECT key, value FROM kv WHERE owner = ?1 AND app = ?2 AND key >= ?3 AND key > ?4 AND (?5 = '' OR key < ?5) "
        "AND (expires IS NULL OR expires > ?6) ORDER BY key",
        of.owner, of.app, range.prefix, range.after, end, now_());
    std::size_t bytes = 0;
    while (rows.next()) {
      kv_entry next{rows.text(0), {rows.text(1)}};
      bytes += next.key.size() + next.value.text.size();
      if (out.entries.size() == most || (bytes > most_bytes && !out.entries.empty())) {
        out.cursor = out.entries.empty() ? range.after : out.entries.back().key;
        break;
      }
      out.entries.push_back(std::move(next));
    }
    return out;
  });
}

// Where nothing is made, nothing is kept.
raw kv_store::change(const kv_space& of, std::string_view key, std::optional<unix_seconds> ttl,
                     const std::function<std::string(std::string_view before)>& made) {
  return write([&](connection& on) {
    const unix_seconds now = now_();
    const std::optional<raw> before = value_of(on, of, key, now);
    raw after{of_key(key, [&] { return made(before ? std::string_view(before->text) : std::string_view()); })};
    check(key, after.text);
    if (after.text.empty()) return raw{"null"};
    put(on, of, key, after.text, ttl ? std::optional(later(now, *ttl)) : std::nullopt, now);
    return after;
  });
}

raw kv_store::increase(const kv_space& of, std::string_view key, const tenon::json::paths_and_texts& by) {
  return change(of, key, std::nullopt, [&](std::string_view before) { return tenon::json::increased(before, by); });
}

raw kv_store::update(const kv_space& of, std::string_view key, const tenon::json::paths_and_texts& with,
                     std::optional<unix_seconds> ttl) {
  return change(of, key, ttl, [&](std::string_view before) { return tenon::json::replaced(before, with); });
}

raw kv_store::add(const kv_space& of, std::string_view key, const tenon::json::paths_and_texts& what) {
  return change(of, key, std::nullopt, [&](std::string_view before) { return tenon::json::appended(before, what); });
}

raw kv_store::remove(const kv_space& of, std::string_view key, std::span<const std::string> paths) {
  return change(of, key, std::nullopt, [&](std::string_view before) {
    std::string after = tenon::json::removed(before, paths);
    return before.empty() ? std::string() : after;
  });
}

void kv_store::expire_at(const kv_space& of, std::string_view key, unix_seconds time) {
  check(key);
  write([&](connection& on) {
    const unix_seconds now = now_();
    const std::optional<raw> before = value_of(on, of, key, now);
    put(on, of, key, before ? before->text : "null", time, now);
  });
}

void kv_store::expire(const kv_space& of, std::string_view key, unix_seconds ttl) {
  expire_at(of, key, later(now_(), ttl));
}

int kv_store::purge() {
  return write([&](connection& on) { return on.run("DELETE FROM kv WHERE expires <= ?", now_()); });
}

tenon::sqlite::schema kv_store::schema() {
  return {
      "the extension data", 0x74656e64, 3, [](connection& on) {  // "tend"
        on.run(
            "CREATE TABLE IF NOT EXISTS kv (owner TEXT NOT NULL, app TEXT NOT NULL, key TEXT NOT NULL, "
            "value TEXT NOT NULL, expires INTEGER, PRIMARY KEY (owner, app, key)) WITHOUT ROWID");
        on.run("CREATE INDEX IF NOT EXISTS kv_by_time ON kv (expires) WHERE expires IS NOT NULL");
        // Version 2 counted keys and values alone. A text is as long as its bytes when it is taken for a blob; 100
        // is about what a row costs beside.
        for (const tenon::literal old :
             {tenon::literal("DROP TRIGGER IF EXISTS kv_grows"), tenon::literal("DROP TRIGGER IF EXISTS kv_changes"),
              tenon::literal("DROP TRIGGER IF EXISTS kv_shrinks"), tenon::literal("DROP TABLE IF EXISTS kv_sizes")})
          on.run(old);
        on.run("CREATE TABLE kv_sizes (owner TEXT PRIMARY KEY, bytes INTEGER NOT NULL) WITHOUT ROWID");
        on.run(
            "INSERT INTO kv_sizes SELECT owner, sum(100 + length(CAST(app AS BLOB)) + length(CAST(key AS BLOB)) + "
            "length(CAST(value AS BLOB))) FROM kv WHERE owner <> '' GROUP BY owner");
        on.run(
            "CREATE TRIGGER kv_grows AFTER INSERT ON kv WHEN NEW.owner <> '' BEGIN INSERT INTO kv_sizes VALUES "
            "(NEW.owner, 100 + length(CAST(NEW.app AS BLOB)) + length(CAST(NEW.key AS BLOB)) + "
            "length(CAST(NEW.value AS BLOB))) ON CONFLICT DO UPDATE SET bytes = bytes + excluded.bytes; END");
        on.run(
            "CREATE TRIGGER kv_changes AFTER UPDATE OF value ON kv WHEN NEW.owner <> '' BEGIN UPDATE kv_sizes SET "
            "bytes = bytes + length(CAST(NEW.value AS BLOB)) - length(CAST(OLD.value AS BLOB)) "
            "WHERE owner = NEW.owner; END");
        on.run(
            "CREATE TRIGGER kv_shrinks AFTER DELETE ON kv WHEN OLD.owner <> '' BEGIN UPDATE kv_sizes SET "
            "bytes = bytes - 100 - length(CAST(OLD.app AS BLOB)) - length(CAST(OLD.key AS BLOB)) - "
            "length(CAST(OLD.value AS BLOB)) WHERE owner = OLD.owner; END");
        on.run("PRAGMA application_id = 1952804452");
        on.run("PRAGMA user_version = 3");
      }};
}

}  // namespace tenon_data
