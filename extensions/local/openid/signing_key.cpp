#include "signing_key.hpp"

#include "tenon/sqlite/database_error.hpp"
#include "tenon/word/error.hpp"

namespace tenon_local {

namespace {

constexpr std::string_view row = "local_oidc_pem";

rsa_key key_from(const std::string& pem) {
  auto key = rsa_key::from_pem(pem);
  if (!key)
    throw tenon::error(
        tenon::error_type::server_misconfigured,
        "The row local_oidc_pem in the table settings holds no RSA key. Delete the row: a new key is made, "
        "and everybody has to log in again");
  return std::move(*key);
}

}  // namespace

std::optional<rsa_key> signing_key::find() {
  std::scoped_lock lock(reading_);
  if (!known_) {
    const auto pem = reworded("Failed to read the key of the OpenID provider from the database",
                              [&] { return settings_.find(row); });
    if (pem) known_ = key_from(*pem);
  }
  return known_;
}

rsa_key signing_key::get_or_make() {
  if (auto found = find()) return std::move(*found);
  std::scoped_lock lock(reading_);
  if (!known_) {
    const std::string mine = rsa_key::generate().to_pem();
    known_ = key_from(reworded("Failed to write the key of the OpenID provider to the database",
                               [&] { return settings_.put_if_absent(row, mine); }));
  }
  return *known_;
}

}  // namespace tenon_local
