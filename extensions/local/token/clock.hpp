// Where the time comes from: handed in, so that a test can let a year pass.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>

#include "tenon/word/api_key.hpp"

namespace tenon_local {

using clock = std::function<tenon::timestamp()>;

[[nodiscard]] inline tenon::timestamp system_time() {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

// As tokens have it: whole seconds since 1970, rounded down.
[[nodiscard]] inline std::int64_t to_seconds(tenon::timestamp time) {
  return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

}  // namespace tenon_local
