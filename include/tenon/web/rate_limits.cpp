#include "tenon/web/rate_limits.hpp"

#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>

namespace tenon::web {

struct rate_limits::book {
  // What has not been asked for since `recent` was last full is in `before`, and gone when it is full again.
  call_window& window_of(std::string key) {
    if (const auto known = recent.find(key); known != recent.end()) return known->second;
    if (recent.size() >= remembered) before = std::exchange(recent, {});
    call_window found;
    if (const auto earlier = before.find(key); earlier != before.end()) found = earlier->second;
    return recent.emplace(std::move(key), found).first->second;
  }

  std::mutex mutex{};
  std::unordered_map<std::string, call_window> recent{}, before{};
};

rate_limits::rate_limits() : own_(std::make_unique<book>()) {}
rate_limits::~rate_limits() = default;

std::chrono::seconds rate_limits::wait_for(const void* place, std::string_view who, unsigned most,
                                           std::chrono::seconds within, time_point now) {
  std::string key(reinterpret_cast<const char*>(&place), sizeof place);
  key.append(who);
  const std::lock_guard lock(own_->mutex);
  call_window& mine = own_->window_of(std::move(key));
  return mine.admit(most, within, now) ? std::chrono::seconds(0) : mine.wait(within, now);
}

}  // namespace tenon::web
