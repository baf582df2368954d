#include "local_api_key_provider.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "../token/iso_time.hpp"
#include "../token/uuid.hpp"
#include "key_issuer.hpp"
#include "key_metadata.hpp"
#include "key_token.hpp"
#include "tenon/sqlite/database_error.hpp"
#include "tenon/word/error.hpp"

namespace tenon_local {

namespace {

namespace json = boost::json;
using tenon::error_type;

std::string issuer_of(const tenon::provider_env& env) {
  auto issuer = key_issuer_from(env.auth_issuer);
  if (!issuer) throw tenon::error(error_type::server_misconfigured, bad_auth_issuer(env.auth_issuer));
  return std::move(*issuer);
}

// The host has checked this already, in the words of its own protocol; a provider does not rely on it.
void check_request(const tenon::create_api_key_request& wanted, tenon::timestamp now) {
  const auto refuse = [](std::string message) { throw tenon::error(error_type::invalid_request, std::move(message)); };
  if (wanted.scopes.empty()) refuse("scopes is required and must be a non-empty array");
  if (wanted.expires_at <= now) refuse("expiresAt must be in the future");
  if (wanted.expires_at > last_iso_time()) refuse("expiresAt must be before the year 10000");
  if (!wanted.resources) return;
  const auto is_app = [](const tenon::resource& one) { return one.type == "app"; };
  if (std::count_if(wanted.resources->begin(), wanted.resources->end(), is_app) > 1)
    refuse("A key acts for one application: resources may hold one of the type app");
  if (std::any_of(wanted.resources->begin(), wanted.resources->end(),
                  [&](const tenon::resource& one) { return is_app(one) && one.id.empty(); }))
    refuse("The resource of the type app has an empty id: write that of the application");
}

// JSON is UTF-8, and a row that cannot be read back would stand in the way of its neighbours.
bool can_be_read_back(const tenon::api_key& key) {
  tenon::api_key same;
  return read_metadata(metadata_of(key), same);
}

}  // namespace

bool local_api_key_provider::is_api_key(const tenon::provider_context& ctx) const {
  if (!ctx.bearer_token) return false;
  const auto issuer = key_issuer_from(ctx.env.auth_issuer);
  const auto token = issuer ? decode_jwt(*ctx.bearer_token) : std::nullopt;
  return token && claims_to_be_key(*token, *issuer);
}

tenon::passport local_api_key_provider::validate_api_key(const tenon::provider_context& ctx) const {
  if (!ctx.bearer_token || ctx.bearer_token->empty()) throw tenon::error(error_type::missing_token);
  std::string_view reason;
  const auto token = decode_jwt(*ctx.bearer_token, &reason);
  if (!token) throw tenon::error(error_type::invalid_token, std::string(reason));
  if (!claims_to_be_key(*token, issuer_of(ctx.env)))
    throw tenon::error(error_type::invalid_token, "The token is not an API key of this server");

  const auto stored = reworded("Failed to get the api key from the database", [&] { return keys_.find(token->kid); });
  if (!stored || stored->key.revoked)
    throw tenon::error(error_type::invalid_token, "The API key was revoked, or was never made here");
  json::error_code failure;
  const json::value jwk = json::parse(stored->jwk, failure);
  const auto key = !failure && jwk.is_object() ? rsa_key::from_jwk(jwk.get_object()) : std::nullopt;
  if (!key)
    throw tenon::error(
        error_type::server_misconfigured,
        "The public key of the API key " + token->kid +
            " cannot be read from the table japikeys: its column jwk was changed. Revoke the key and make "
            "a new one");
  if (!token->is_signed_by(*key))
    throw tenon::error(error_type::invalid_token, "The signature of the API key does not hold");
  auto passport = passport_of_key(*token, now_());
  if (passport.user.id != stored->key.user_id)
    throw tenon::error(error_type::invalid_token, "The API key belongs to somebody else");
  return passport;
}

std::string local_api_key_provider::create_api_key(const tenon::authenticated_provider_context& caller,
                                                   const tenon::create_api_key_request& wanted) {
  const auto now = now_();
  const std::string issuer = issuer_of(caller.env);
  check_request(wanted, now);
  const tenon::user& user = caller.passport.user;
  if (user.id.empty() || user.email.empty())
    throw tenon::error(error_type::invalid_request, "An api key needs a user with an id and an email address");
  stored_key made{.key = {.id = make_uuid_v7(now),
                          .user_id = user.id,
                          .scopes = wanted.scopes,
                          .resources = wanted.resources,
                          .expires_at = wanted.expires_at,
                          .name = wanted.name,
                          .user_generated = wanted.user_generated},
                  .jwk = {}};
  if (!can_be_read_back(made.key))
    throw tenon::error(error_type::invalid_request, "name and resources must be valid UTF-8");

  std::string token;
  try {
    const rsa_key pair = rsa_key::generate();
    token = sign_jwt(key_claims(made.key, user.email, issuer, now), made.key.id, pair);
    made.jwk = json::serialize(pair.public_jwk(made.key.id));
  } catch (const tenon::error&) {
    throw tenon::error(error_type::invalid_request,
                       {.message = "Failed to create the api key", .cause = std::current_exception()});
  }
  if (token.size() > largest_token)
    throw tenon::error(error_type::invalid_request, "The api key would have " + std::to_string(token.size()) +
                                                        " characters, at most " + std::to_string(largest_token) +
                                                        " fit into a request: name fewer resources");
  if (!decode_jwt(token))
    throw tenon::error(error_type::invalid_request, "The id and the email address of the user must be valid UTF-8");
  reworded("Failed to insert the api key into the database", [&] { keys_.insert(made); });
  return token;
}

tenon::api_key local_api_key_provider::get_api_key(const tenon::authenticated_provider_context& caller,
                                                   std::string_view id) const {
  auto stored = reworded("Failed to get the api key from the database", [&] { return keys_.find(id); });
  if (!stored || stored->key.user_id != caller.passport.user.id)
    throw tenon::error(error_type::not_found, "Api key not found");
  return std::move(stored->key);
}

std::vector<tenon::api_key> local_api_key_provider::list_api_keys(const tenon::authenticated_provider_context& caller,
                                                                  const tenon::list_api_keys_request& page) const {
  return reworded("Failed to get the api keys from the database",
                  [&] { return keys_.list(caller.passport.user.id, page); });
}

void local_api_key_provider::revoke_api_key(const tenon::authenticated_provider_context& caller, std::string_view id) {
  const bool found =
      reworded("Failed to revoke the api key", [&] { return keys_.revoke(caller.passport.user.id, id); });
  if (!found) throw tenon::error(error_type::not_found, "Api key not found");
}

void local_api_key_provider::delete_api_key(const tenon::authenticated_provider_context&, std::string_view) {
  throw tenon::error(error_type::capability_not_available, "delete capability is not supported");
}

std::string local_api_key_provider::key_set(const tenon::provider_context&, std::string_view id) const {
  const auto stored = reworded("Failed to get the api key from the database", [&] { return keys_.find(id); });
  if (!stored || stored->key.revoked) throw tenon::error(error_type::not_found, "API key not found");
  return "{\"keys\":[" + stored->jwk + "]}";
}

}  // namespace tenon_local
