#include "openid_provider.hpp"

#include <boost/json.hpp>

#include "session_tokens.hpp"
#include "tenon/word/error.hpp"

namespace tenon_local {

namespace {

namespace json = boost::json;

// What it says is public, and the same for every page.
tenon::response public_json(const json::object& body) {
  return tenon::response::json(json::serialize(body))
      .with("Access-Control-Allow-Origin", "*")
      .with("Cache-Control", "no-cache");
}

}  // namespace

tenon::response openid_provider::configuration(const tenon::provider_env& env) const {
  check_issuer(env);
  const std::string& issuer = env.auth_issuer;
  return public_json({{"issuer", issuer},
                      {"authorization_endpoint", issuer + "/authorize"},
                      {"token_endpoint", issuer + "/token"},
                      {"userinfo_endpoint", issuer + "/userinfo"},
                      {"jwks_uri", issuer + "/.well-known/jwks.json"},
                      {"response_types_supported", json::array{"code"}},
                      {"response_modes_supported", json::array{"query"}},
                      {"grant_types_supported", json::array{"authorization_code", "refresh_token"}},
                      {"subject_types_supported", json::array{"public"}},
                      {"id_token_signing_alg_values_supported", json::array{"RS256"}},
                      {"scopes_supported", json::array{"openid", "profile", "email"}},
                      {"token_endpoint_auth_methods_supported", json::array{"none"}},
                      {"code_challenge_methods_supported", json::array{"S256", "plain"}},
                      {"claims_supported", json::array{"sub", "iss", "aud", "iat", "exp", "email", "name", "given_name",
                                                       "family_name", "nonce"}}});
}

tenon::response openid_provider::key_set() {
  return public_json({{"keys", json::array{key_.get_or_make().public_jwk(signing_key::kid)}}});
}

tenon::response openid_provider::user_info(const tenon::request& request, const tenon::provider_env& env) {
  json::object body;
  int status = 200;
  try {
    const tenon::passport caller = identity_.identify({request, env, bearer_of(request), nullptr});
    body = {{"sub", caller.user.id},
            {"email", caller.user.email},
            {"name", caller.user.name.value_or("")},
            {"given_name", caller.user.given_name.value_or("")},
            {"family_name", caller.user.family_name.value_or("")}};
  } catch (const tenon::error& failure) {
    status = failure.status();
    if (status != 401) throw;
    body = {{"error", "invalid_token"}, {"error_description", failure.message()}};
  }
  auto answer = tenon::response::json(json::serialize(body), status).with("Cache-Control", "no-store");
  if (status == 401) answer.headers.push_back({"WWW-Authenticate", "Bearer error=\"invalid_token\""});
  return readable_by_origin(std::move(answer), request, env);
}

tenon::response openid_provider::preflight(const tenon::request& request, const tenon::provider_env& env) {
  return readable_by_origin(tenon::response::empty()
                                .with("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
                                .with("Access-Control-Allow-Headers", "Authorization, Content-Type")
                                .with("Access-Control-Max-Age", "600"),
                            request, env);
}

}  // namespace tenon_local
