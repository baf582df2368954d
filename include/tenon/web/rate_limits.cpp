#include "tenon/web/rate_limits.hpp"

#include <utility>

namespace tenon::web {

// What has not been asked for since `recent_` was last full is in `before_`, and gone when it is full again.
call_window& rate_limits::window_of(std::string key) {
  if (const auto known = recent_.find(key); known != recent_.end()) return known->second;
  if (recent_.size() >= remembered) before_ = std::exchange(recent_, {});
  call_window found;
  if (const auto earlier = before_.find(key); earlier != before_.end()) found = earlier->second;
  return recent_.emplace(std::move(key), found).first->second;
}

std::chrono::seconds rate_limits::wait_for(const void* place, std::string_view who, unsigned most,
                                           std::chrono::seconds within, time_point now) {
  std::string key(reinterpret_cast<const char*>(&place), sizeof place);
  key.append(who);
  const std::lock_guard lock(mutex_);
  call_window& mine = window_of(std::move(key));
  return mine.admit(most, within, now) ? std::chrono::seconds(0) : mine.wait(within, now);
}

}  // namespace tenon::web
