// The key pair of the local OpenID provider. It stands in the database, so sessions outlive a restart.
#pragma once

#include <mutex>
#include <optional>
#include <string_view>

#include "../storage/setting_store.hpp"
#include "../token/rsa_key.hpp"

namespace tenon_local {

// Any thread; read once, then kept. Throws `unknown` for what the database refuses and server_misconfigured for a row
// that holds no key.
class signing_key {
 public:
  static constexpr std::string_view kid = "1";

  explicit signing_key(database& in) : settings_(in) {}

  // Makes the pair where there is none, once per database file: several programs that start at once agree on one.
  [[nodiscard]] rsa_key get_or_make();
  // Nothing while nobody has logged in yet: no token can be ours then.
  [[nodiscard]] std::optional<rsa_key> find();

 private:
  setting_store settings_;
  std::mutex reading_;
  std::optional<rsa_key> known_;
};

}  // namespace tenon_local
