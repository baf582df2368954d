// Who may call which driver, beside administrators.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "driver_registry.hpp"
#include "tenon/call/driver_row.hpp"
#include "tenon/word/passport.hpp"

namespace tenon_drivers {

// `service:no-frills:ii:hello-world`. A colon in a name is written `\C`.
[[nodiscard]] std::string permission_of(const tenon::call::driver_row& driver);

// Filled while the program opens, and only read later.
class grants {
 public:
  // A permission holds for all that begins with it and a colon: `service:no-frills` for every interface of that driver.
  // False: it is none of a driver that is there, so it grants nothing.
  bool grant(tenon::granted to, std::string_view permission, const driver_registry& drivers);

  // Administrators may call all. A token that is restricted to scopes has to have the one that executes.
  [[nodiscard]] bool allow(const tenon::passport& who, const tenon::call::driver_row& driver) const;
  [[nodiscard]] static bool lacks_scope(const tenon::passport& who);

 private:
  std::set<std::string, std::less<>> everyone_{}, users_{};
};

}  // namespace tenon_drivers
