// Values in memory, bounded, each with a time after which it is gone.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace tenon_data {

// Of one extension. Where the room is used up, what was used longest ago goes first. Any thread.
class cache_store {
 public:
  using time_point = std::chrono::steady_clock::time_point;

  // `now` may be called from any thread.
  cache_store(std::size_t most_bytes, std::function<time_point()> now);
  ~cache_store();

  [[nodiscard]] std::optional<std::string> get(std::string_view key);
  // False, and nothing is kept, not even what was there: it is larger than the whole room.
  bool set(std::string_view key, std::string_view value, std::optional<std::chrono::seconds> ttl = std::nullopt);
  bool del(std::string_view key);  // whether it was there
  void flush();
  [[nodiscard]] std::size_t bytes() const;  // of keys and values, and of what holds them

 private:
  class room;
  mutable std::mutex mutex_;
  std::unique_ptr<room> room_;
};

}  // namespace tenon_data
