#include "usage.hpp"

#include <iterator>

namespace tenon_drivers {

bool usage::admit(caller who, const tenon::call::driver_row& driver, std::size_t method, time_point now) {
  const std::lock_guard lock(mutex_);
  auto found = users_.find(who.user);
  if (found == users_.end()) found = users_.try_emplace(std::string(who.user)).first;
  tally& mine = found->second[{std::string(driver.of.name), std::string(driver.name),
                               std::string(driver.of.methods[method].name)}];
  if (driver.most_calls != 0) {
    const std::chrono::seconds within(driver.within_seconds);
    if (!mine.window.admit(driver.most_calls, within, now)) return false;
    mine.remembered_until = mine.window.began + within;
  }
  auto calls = mine.calls.find(who.app);
  if (calls == mine.calls.end()) calls = mine.calls.try_emplace(std::string(who.app)).first;
  ++calls->second;
  return true;
}

std::vector<usage::row> usage::of(caller who) const {
  std::vector<row> out;
  const std::lock_guard lock(mutex_);
  const auto found = users_.find(who.user);
  if (found == users_.end()) return out;
  for (const auto& [of, mine] : found->second)
    for (const auto& [app, calls] : mine.calls) out.push_back({app, of[0], of[1], of[2], calls});
  return together(out, {}, who.app);
}

std::vector<usage::row_of_user> usage::take(time_point now) {
  std::vector<row_of_user> out;
  const std::lock_guard lock(mutex_);
  for (auto user = users_.begin(); user != users_.end();) {
    by_method& all = user->second;
    for (auto one = all.begin(); one != all.end();) {
      tally& mine = one->second;
      const names& of = one->first;
      for (const auto& [app, calls] : mine.calls) out.push_back({user->first, {app, of[0], of[1], of[2], calls}});
      mine.calls.clear();
      // What is limited is remembered: how often it was called is not over with this.
      one = mine.remembered_until <= now ? all.erase(one) : std::next(one);
    }
    user = all.empty() ? users_.erase(user) : std::next(user);
  }
  return out;
}

void usage::give_back(const std::vector<row_of_user>& rows) {
  const std::lock_guard lock(mutex_);
  for (const auto& [user, one] : rows)
    users_[user][{one.interface, one.driver, one.method}].calls[one.app] += one.calls;
}

std::size_t usage::callers() const {
  const std::lock_guard lock(mutex_);
  return users_.size();
}

std::vector<usage::row> together(const std::vector<usage::row>& some, const std::vector<usage::row>& others,
                                 std::string_view app) {
  std::map<std::array<std::string, 4>, std::int64_t> sums;
  for (const auto* list : {&some, &others})
    for (const usage::row& one : *list)
      if (app.empty() || one.app == app) sums[{one.app, one.interface, one.driver, one.method}] += one.calls;
  std::vector<usage::row> out;
  for (const auto& [names, calls] : sums) out.push_back({names[0], names[1], names[2], names[3], calls});
  return out;
}

}  // namespace tenon_drivers
