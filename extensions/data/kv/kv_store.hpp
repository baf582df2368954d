// Values by key, durable, with a time after which they are gone.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kv_types.hpp"
#include "tenon/json/path_edit.hpp"
#include "tenon/sqlite/database.hpp"
#include "tenon/word/raw_json.hpp"

namespace tenon_data {

// Any thread. Every change is durable when the call has returned, and whole or not at all. Values are JSON. Whatever is
// refused throws tenon::error (invalid_request); failures of the database are what without_detail makes of them.
class kv_store {
 public:
  // Both outlive it. `now` may be called from any thread.
  kv_store(tenon::sqlite::database& in, std::function<unix_seconds()> now) : database_(in), now_(std::move(now)) {}
  void limit(kv_limits limits) { limits_ = limits; }  // before it is used
  [[nodiscard]] const kv_limits& limits() const { return limits_; }

  [[nodiscard]] std::optional<tenon::json::raw> get(const kv_space& of, std::string_view key) const;
  // In the order of the keys, all as they were at one moment. Refused where it would be more than the limits of an
  // answer.
  [[nodiscard]] std::vector<std::optional<tenon::json::raw>> get(const kv_space& of,
                                                                 std::span<const std::string> keys) const;
  // Without `expire_at` a value that is there keeps the time that it has.
  void set(const kv_space& of, std::string_view key, std::string_view value,
           std::optional<unix_seconds> expire_at = std::nullopt);
  void set(const kv_space& of, std::span<const kv_item> items);
  void del(const kv_space& of, std::string_view key);
  void flush(const kv_space& of);
  [[nodiscard]] kv_page list(const kv_space& of, const kv_range& range) const;

  // The value afterwards. `by` as tenon::json::increased has it.
  tenon::json::raw increase(const kv_space& of, std::string_view key, const tenon::json::paths_and_texts& by);
  // Sets parts of a value; `ttl` in seconds from now, none: it keeps the time that it has.
  tenon::json::raw update(const kv_space& of, std::string_view key, const tenon::json::paths_and_texts& with,
                          std::optional<unix_seconds> ttl = std::nullopt);
  // Puts values behind those of lists, and takes parts away, as tenon::json::appended and removed have it. Where no
  // value is, nothing is kept when parts are taken away.
  tenon::json::raw add(const kv_space& of, std::string_view key, const tenon::json::paths_and_texts& what);
  tenon::json::raw remove(const kv_space& of, std::string_view key, std::span<const std::string> paths);
  // Of a value that is not there null is kept until then.
  void expire_at(const kv_space& of, std::string_view key, unix_seconds time);
  void expire(const kv_space& of, std::string_view key, unix_seconds ttl);

  // Frees the room of what nobody finds any more; how many that were.
  int purge();

  [[nodiscard]] static tenon::sqlite::schema schema();

 private:
  template <class F>
  auto read(F work) const;
  template <class F>
  auto write(F work);
  void put(tenon::sqlite::connection& on, const kv_space& of, std::string_view key, std::string_view value,
           std::optional<unix_seconds> expire_at, unix_seconds now) const;
  void check(std::string_view key) const;
  void check(std::string_view key, std::string_view value) const;
  tenon::json::raw change(const kv_space& of, std::string_view key, std::optional<unix_seconds> ttl,
                          const std::function<std::string(std::string_view before)>& made);

  tenon::sqlite::database& database_;
  std::function<unix_seconds()> now_;
  kv_limits limits_{};
};

}  // namespace tenon_data
