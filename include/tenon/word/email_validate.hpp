// email.validate: may an account have this address?
#pragma once

#include <string>
#include <string_view>

namespace tenon::core {

// Emitted by whoever takes an e-mail address for an account, before anything is kept. Not allowed: the address is
// refused.
struct email_validate {
  static constexpr std::string_view name = "email.validate";
  static constexpr bool may_be_unheard = true, fail_closed = true;
  std::string email{};
  bool allow = true;
};

}  // namespace tenon::core
