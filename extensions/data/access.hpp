// What an importer of `data` gets: everything in its own name.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "cache/cache_store.hpp"
#include "db/db.hpp"
#include "db/table_store.hpp"
#include "kv/kv.hpp"

namespace tenon_data {

// A handle, as kv is one.
class cache {
 public:
  explicit cache(cache_store& in) : store_(&in) {}
  [[nodiscard]] std::optional<std::string> get(std::string_view key) const { return store_->get(key); }
  // False, and nothing is kept: it is larger than all the room there is.
  bool set(std::string_view key, std::string_view value, std::optional<std::chrono::seconds> ttl = std::nullopt) {
    return store_->set(key, value, ttl);
  }
  bool del(std::string_view key) { return store_->del(key); }
  void flush() { store_->flush(); }

 private:
  cache_store* store_;
};

struct access {
  tenon_data::kv kv;
  tenon_data::db db;
  tenon_data::cache cache;
};

// What `data` exports; `ctx.import("data"_ext)` gives of it what is the importer's.
class stores {
 public:
  struct how {
    std::string folder{};         // where files are
    std::size_t cache_bytes = 0;  // of each extension
    std::function<cache_store::time_point()> now{};
  };
  // `values` outlives it.
  stores(kv_store& values, how options) : values_(values), how_(std::move(options)) {}

  [[nodiscard]] access for_extension(std::string_view name) {
    own& mine = own_of(name);
    return {kv(values_, {.owner = "", .app = std::string(name)}), db(mine.tables), cache(mine.cache)};
  }
  void close() noexcept {
    const std::lock_guard lock(mutex_);
    for (auto& [name, one] : all_) one.tables.close();
  }

 private:
  struct own {
    own(const how& options, std::string_view name)
        : tables(std::string(options.folder).append("/").append(name).append(".data.db")),
          cache(options.cache_bytes, options.now) {}
    table_store tables;
    cache_store cache;
  };
  own& own_of(std::string_view name) {
    const std::lock_guard lock(mutex_);
    auto found = all_.find(name);
    if (found == all_.end()) found = all_.try_emplace(std::string(name), how_, name).first;
    return found->second;
  }

  kv_store& values_;
  how how_;
  std::mutex mutex_{};
  std::map<std::string, own, std::less<>> all_{};
};

}  // namespace tenon_data
