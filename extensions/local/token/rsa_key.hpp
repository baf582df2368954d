// An RSA key for RS256: a pair, or the public half of one.
#pragma once

#include <boost/json/object.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct evp_pkey_st;

namespace tenon_local {

// Never changes, so copies share it and any thread may use it.
class rsa_key {
 public:
  // A new pair of 2048 bits: 50 to 200 ms of one core.
  [[nodiscard]] static rsa_key generate();
  // Nothing for text that holds no RSA key of 2048 to 4096 bits.
  [[nodiscard]] static std::optional<rsa_key> from_pem(const std::string& pem);          // a pair
  [[nodiscard]] static std::optional<rsa_key> from_jwk(const boost::json::object& jwk);  // a public key

  [[nodiscard]] std::string to_pem() const;                                  // the pair, not encrypted
  [[nodiscard]] boost::json::object public_jwk(std::string_view kid) const;  // RFC 7517: kty, n, e, alg, use, kid

  [[nodiscard]] std::string sign(std::string_view text) const;  // needs the pair
  [[nodiscard]] bool verify(std::string_view text, std::string_view signature) const;

 private:
  explicit rsa_key(std::shared_ptr<evp_pkey_st> key) : key_(std::move(key)) {}
  std::shared_ptr<evp_pkey_st> key_;
};

}  // namespace tenon_local
