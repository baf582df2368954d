// What others may do with whatever stands under the name `data`.
#pragma once

#include <chrono>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "tenon/word/actor.hpp"
#include "tenon/word/literal.hpp"
#include "tenon/word/raw_json.hpp"

namespace tenon_data {

// Values by key, durable; each is JSON. Whoever imports it has values of its own, which nobody else finds;
// `kv.as(actor)` are those of a user, which the driver puter-kvstore gives that user too. Times are in seconds.
template <class T>
concept Kv = requires(T& kv, std::string_view key, std::string_view path, const tenon::actor& who) {
  { kv.get(key) } -> std::same_as<std::optional<tenon::json::raw>>;
  { kv.get(key, 0) } -> std::same_as<int>;
  kv.set(key, 0);
  kv.set(key, std::string(), std::chrono::seconds(60));
  kv.del(key);
  { kv.incr(key, 1) } -> std::same_as<tenon::json::raw>;
  { kv.add(key, 1) } -> std::same_as<tenon::json::raw>;
  { kv.remove(key, path) } -> std::same_as<tenon::json::raw>;
  kv.expire(key, std::chrono::seconds(60));
  { kv.as(who) } -> std::same_as<T>;
};

// Text by key, in memory: it may be gone at any time, and is when the program ends. Each importer has its own.
template <class T>
concept Cache = requires(T& cache, std::string_view key, std::string_view value) {
  { cache.get(key) } -> std::same_as<std::optional<std::string>>;
  { cache.set(key, value) } -> std::same_as<bool>;
  { cache.set(key, value, std::chrono::seconds(60)) } -> std::same_as<bool>;
  { cache.del(key) } -> std::same_as<bool>;
};

// Tables in a file, each importer's own. SQL is a literal, with a value beside it for each `?`; what `read` gives
// becomes a list of aggregates: `std::vector<note> all = db.read("SELECT * FROM notes WHERE author = ?", name);`.
template <class T>
concept Db = requires(T& db, std::string_view value) {
  db.migrate({tenon::literal("CREATE TABLE a (b)"), tenon::literal("CREATE INDEX c ON a (b)")});
  { db.read("SELECT b FROM a WHERE b = ?", value).size() } -> std::convertible_to<std::size_t>;
  { db.require_read("SELECT b FROM a").size() } -> std::convertible_to<std::size_t>;
  { db.write("DELETE FROM a WHERE b = ?", 1).changed } -> std::convertible_to<int>;
  db.batch([](auto& all) { all.write("DELETE FROM a"); });
};

// For `ctx.import("data"_ext, tenon_data::any_data)`, or, where that is all, `any_kv`, `any_db` or `any_cache`.
inline constexpr auto any_kv = [](const auto& data)
  requires Kv<std::remove_cvref_t<decltype(data.kv)>>
{};
inline constexpr auto any_db = [](const auto& data)
  requires Db<std::remove_cvref_t<decltype(data.db)>>
{};
inline constexpr auto any_cache = [](const auto& data)
  requires Cache<std::remove_cvref_t<decltype(data.cache)>>
{};
inline constexpr auto any_data = [](const auto& data)
  requires Kv<std::remove_cvref_t<decltype(data.kv)>> && Db<std::remove_cvref_t<decltype(data.db)>> &&
           Cache<std::remove_cvref_t<decltype(data.cache)>>
{};

}  // namespace tenon_data
