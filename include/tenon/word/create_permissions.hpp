// create.permissions: the drivers of a program are known, and who may call them is asked.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "tenon/word/driver.hpp"
#include "tenon/word/fixed_string.hpp"

namespace tenon::core {

// Emitted by the extension `drivers` each time its door opens, first when everybody has started. A permission is a text
// like `service:no-frills:ii:hello-world`; it holds for all that begins with it and a colon. What a driver says of
// itself
// (`tenon::driver_options::to`) needs no listener.
struct create_permissions {
  static constexpr std::string_view name = "create.permissions";
  static constexpr bool may_be_unheard = true;

  class registry {
   public:
    using add = std::function<void(granted to, std::string_view permission)>;

    explicit registry(add to) : add_(std::move(to)) {}
    registry(const registry&) = delete;
    registry& operator=(const registry&) = delete;

   private:
    friend struct create_permissions;
    add add_;
  };
  registry of;

  // To whoever is known.
  void grant_to_everyone(std::string_view permission) { of.add_(granted::everyone, permission); }
  // To people who have signed in, and not to holders of API keys.
  void grant_to_users(std::string_view permission) { of.add_(granted::users, permission); }
  // The same for a driver: `event.grant_to_everyone(no_frills{});`.
  template <fixed_string Name, class Interface, driver_options Options>
  void grant_to_everyone(driver<Name, Interface, Options> what) {
    of.add_(granted::everyone, permission_of(what));
  }
  template <fixed_string Name, class Interface, driver_options Options>
  void grant_to_users(driver<Name, Interface, Options> what) {
    of.add_(granted::users, permission_of(what));
  }

 private:
  template <fixed_string Name, class Interface, driver_options Options>
  static std::string permission_of(driver<Name, Interface, Options>) {
    return std::string("service:").append(Name.view()).append(":ii:").append(Interface::interface.name);
  }
};

}  // namespace tenon::core
