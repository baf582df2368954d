// Where extensions keep what they keep: values by key and tables that last, and a cache.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "access.hpp"
#include "contract.hpp"
#include "kv/kv_calls.hpp"
#include "kv/kv_interface.hpp"
#include "kv/kv_store.hpp"
#include "tenon/sqlite/database.hpp"
#include "tenon/word/actor.hpp"
#include "tenon/word/boot.hpp"
#include "tenon/word/byte_size.hpp"
#include "tenon/word/driver.hpp"
#include "tenon/word/field.hpp"
#include "tenon/word/manifest.hpp"
#include "tenon/word/restart.hpp"

// docs/data.md.
struct data {
  static constexpr auto manifest =
      tenon::manifest{.name = "data",
                      .version = "1.0.0",
                      .doc = "Keeps values by key, tables and a cache, for extensions and users.",
                      .core = true,
                      .essential = true};
  struct settings {
    tenon::field<tenon::byte_size, {.doc = "The longest key.", .min = "1B", .restart = true}> kv_max_key_size =
        tenon::byte_size{1024};
    tenon::field<tenon::byte_size, {.doc = "The largest value, as JSON.", .min = "1B", .restart = true}>
        kv_max_value_size = tenon::byte_size{400 * 1024};
    tenon::field<tenon::byte_size, {.doc = "All keys and values of a user.", .min = "1B", .restart = true}>
        kv_max_user_size = tenon::byte_size{64 * 1024 * 1024};
    tenon::field<std::uint32_t, {.doc = "That a client may get at once.", .min = 1, .restart = true}> kv_max_keys =
        1000;
    tenon::field<tenon::byte_size, {.doc = "Of keys and values in an answer.", .min = "1B", .restart = true}>
        kv_max_answer_size = tenon::byte_size{8 * 1024 * 1024};
    tenon::field<tenon::byte_size, {.doc = "Of the cache of each extension.", .restart = true}> cache_size =
        tenon::byte_size{8 * 1024 * 1024};
  };
  using exports = tenon_data::stores;
  using drivers = tenon::drivers<tenon_data::kv_driver>;

  void on_start(auto& ctx) {
    const auto& set = ctx.settings();
    database_.open(ctx.environment().data_dir + "/data.db", tenon_data::kv_store::schema(),
                   {.readers = std::max<std::size_t>(4, std::thread::hardware_concurrency())});
    values_.limit({.key_bytes = static_cast<std::size_t>(set.kv_max_key_size.get().bytes),
                   .value_bytes = static_cast<std::size_t>(set.kv_max_value_size.get().bytes),
                   .user_bytes = static_cast<std::size_t>(set.kv_max_user_size.get().bytes),
                   .keys = set.kv_max_keys.get(),
                   .answer_bytes = static_cast<std::size_t>(set.kv_max_answer_size.get().bytes)});
    stores_.emplace(values_,
                    tenon_data::stores::how{.folder = ctx.environment().data_dir,
                                            .cache_bytes = static_cast<std::size_t>(set.cache_size.get().bytes),
                                            .now = [clock = ctx.environment().clock] {
                                              return clock == nullptr ? std::chrono::steady_clock::now() : clock->now();
                                            }});
  }
  void on_stop() {
    stores_->close();
    database_.close();
  }

  static constexpr std::chrono::seconds housekeeping_period{60};
  void on_housekeeping() { values_.purge(); }

  // From on_start on.
  tenon_data::stores& exported() { return *stores_; }

  auto call(tenon_data::kv_driver, const auto& what, const tenon::actor& who)
      -> decltype(tenon_data::called(std::declval<tenon_data::kv_store&>(), tenon_data::kv_space(), what)) {
    const std::optional<tenon_data::kv_options>& said = what.opt_config;
    const std::string app = said ? said->app_uuid.value_or("") : std::string();
    return tenon_data::called(values_, tenon_data::space_of(who, app), what);
  }

 private:
  static tenon_data::unix_seconds now() {
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
  }

  tenon::sqlite::database database_{};
  tenon_data::kv_store values_{database_, &now};
  std::optional<tenon_data::stores> stores_{};
};
