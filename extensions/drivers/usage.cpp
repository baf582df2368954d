#include "usage.hpp"

namespace tenon_drivers {

bool usage::admit(std::string_view user, const tenon::call::driver_row& driver, std::size_t method, time_point now) {
  const std::lock_guard lock(mutex_);
  auto found = users_.find(user);
  if (found == users_.end()) found = users_.try_emplace(std::string(user)).first;
  tally& mine = found->second[{std::string(driver.of.name), std::string(driver.name),
                               std::string(driver.of.methods[method].name)}];
  if (driver.most_calls != 0)
    if (!mine.window.admit(driver.most_calls, std::chrono::seconds(driver.within_seconds), now)) return false;
  ++mine.calls;
  return true;
}

std::vector<usage::row> usage::of(std::string_view user) const {
  std::vector<row> out;
  const std::lock_guard lock(mutex_);
  const auto found = users_.find(user);
  if (found == users_.end()) return out;
  for (const auto& [names, mine] : found->second)
    if (mine.calls != 0) out.push_back({names[0], names[1], names[2], mine.calls});
  return out;
}

}  // namespace tenon_drivers
