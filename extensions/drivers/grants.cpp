#include "grants.hpp"

#include <algorithm>

namespace tenon_drivers {

namespace {

void append_escaped(std::string& to, std::string_view name) {
  for (char c : name) c == ':' ? to.append("\\C") : to.append(1, c);
}

// Part by part, which colons part.
bool begins_with(std::string_view permission, std::string_view with) {
  return permission.starts_with(with) && (permission.size() == with.size() || permission[with.size()] == ':');
}
bool holds(const std::set<std::string, std::less<>>& all, std::string_view permission) {
  return std::any_of(all.begin(), all.end(), [&](const std::string& one) { return begins_with(permission, one); });
}

bool may_execute(const tenon::passport& who) {
  return !who.scopes || std::find(who.scopes->begin(), who.scopes->end(), tenon::scope::execute) != who.scopes->end();
}

}  // namespace

std::string permission_of(const tenon::call::driver_row& driver) {
  std::string out = "service:";
  append_escaped(out, driver.name);
  out.append(":ii:");
  append_escaped(out, driver.of.name);
  return out;
}

bool grants::grant(tenon::granted to, std::string_view permission, const driver_registry& drivers) {
  (to == tenon::granted::everyone ? everyone_ : users_).emplace(permission);
  for (const auto& [name, interface] : drivers.all())
    for (const auto& [driver, what] : interface.drivers)
      if (begins_with(permission_of(what.row), permission)) return true;
  return false;
}

bool grants::lacks_scope(const tenon::passport& who) { return who.role != tenon::role::su && !may_execute(who); }

bool grants::allow(const tenon::passport& who, const tenon::call::driver_row& driver) const {
  if (who.role == tenon::role::su) return true;
  if (!may_execute(who)) return false;
  if (who.role == tenon::role::admin || driver.to == tenon::granted::everyone) return true;
  const bool is_person = who.type == tenon::auth_type::oauth;
  if (is_person && driver.to == tenon::granted::users) return true;
  const std::string permission = permission_of(driver);
  return holds(everyone_, permission) || (is_person && holds(users_, permission));
}

}  // namespace tenon_drivers
