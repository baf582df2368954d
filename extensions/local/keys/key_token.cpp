#include "key_token.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "../token/clock.hpp"
#include "../token/uuid.hpp"
#include "scopes_and_resources.hpp"
#include "tenon/word/error.hpp"

namespace tenon_local {

namespace {

namespace json = boost::json;

constexpr std::string_view audience = "api-keys", version_prefix = "japikey-v";
constexpr int newest_version = 1;

[[noreturn]] void refuse(std::string message) {
  throw tenon::error(tenon::error_type::invalid_token, std::move(message));
}

// `japikey-v` and one to three digits, up to the newest.
bool is_known_version(std::string_view text) {
  if (!text.starts_with(version_prefix)) return false;
  text.remove_prefix(version_prefix.size());
  if (text.empty() || text.size() > 3) return false;
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
    number = number * 10 + (c - '0');
  }
  return number <= newest_version;
}

bool is_for_api_keys(const json::object& claims) {
  const json::value* meant = claims.if_contains("aud");
  if (meant == nullptr) return false;
  if (meant->is_string()) return meant->get_string() == audience;
  return meant->is_array() &&
         std::any_of(meant->get_array().begin(), meant->get_array().end(),
                     [](const json::value& one) { return one.is_string() && one.get_string() == audience; });
}

std::string required(const jwt& token, std::string_view claim) {
  const auto text = token.text(claim);
  if (!text || text->empty()) refuse(std::string("The ").append(claim).append(" claim is required"));
  return std::string(*text);
}

const json::value* present(const json::object& claims, std::string_view claim) {
  const json::value* found = claims.if_contains(claim);
  return found == nullptr || found->is_null() ? nullptr : found;
}

}  // namespace

json::object key_claims(const tenon::api_key& key, std::string_view email, std::string_view issuer,
                        tenon::timestamp now) {
  json::object claims{{"scopes", json_of(key.scopes)}, {"email", email}};
  if (key.resources) claims["resources"] = json_of(key.resources);
  claims["sub"] = key.user_id;
  claims["iss"] = std::string(issuer).append("/").append(key.id);
  claims["aud"] = audience;
  claims["exp"] = to_seconds(key.expires_at);
  claims["ver"] = "japikey-v1";
  claims["iat"] = to_seconds(now);
  return claims;
}

bool claims_to_be_key(const jwt& token, std::string_view issuer) {
  const auto from = token.text("iss"), version = token.text("ver");
  return is_uuid(token.kid) && from && version && is_known_version(*version) &&
         from->size() == issuer.size() + 1 + token.kid.size() && from->starts_with(issuer) &&
         (*from)[issuer.size()] == '/' && from->ends_with(token.kid);
}

tenon::passport passport_of_key(const jwt& token, tenon::timestamp now) {
  if (!is_for_api_keys(token.claims)) refuse("The aud claim must be api-keys");
  check_times(token.claims, now);
  tenon::passport out{.type = tenon::auth_type::api_key};
  out.user.id = required(token, "sub");
  out.user.email = required(token, "email");
  if (const json::value* scopes = present(token.claims, "scopes")) {
    out.scopes = scopes_from(*scopes);
    if (!out.scopes) refuse("The scopes claim must be an array of strings");
  }
  if (const json::value* resources = present(token.claims, "resources")) {
    out.resources = resources_from(*resources);
    if (!out.resources) refuse("The resources claim must be an array of objects with the strings id and type");
    out.app = application_among(*out.resources);
  }
  out.claims = json::serialize(token.claims);
  return out;
}

}  // namespace tenon_local
