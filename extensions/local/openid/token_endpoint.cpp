#include "token_endpoint.hpp"

#include <boost/json.hpp>

#include "login_code.hpp"
#include "request_rules.hpp"
#include "session_tokens.hpp"
#include "tenon/word/error.hpp"

namespace tenon_local {

namespace {

namespace json = boost::json;

tenon::response answer_of(const json::object& body, int status) {
  return tenon::response::json(json::serialize(body), status)
      .with("Cache-Control", "no-store")
      .with("Pragma", "no-cache");
}

tenon::response refuse(std::string_view error, std::string_view description, int status = 400) {
  return answer_of({{"error", error}, {"error_description", description}}, status);
}

}  // namespace

tenon::response token_endpoint::answer(const tenon::request& request, const tenon::provider_env& env,
                                       const email_judge& may_log_in) {
  check_issuer(env);
  check_origin(request, env);
  const auto fields = has_form(request) ? form::from(request.body) : std::nullopt;
  if (!fields)
    return refuse("invalid_request",
                  "The body must be application/x-www-form-urlencoded, with each parameter at most once");
  if ((*fields)["client_id"] != openid_client)
    return refuse("invalid_client", "The client_id must be local-anode-client", 401);
  const std::string_view grant = (*fields)["grant_type"];
  if (grant == "authorization_code") return for_code(*fields, env, may_log_in);
  if (grant == "refresh_token") return for_refresh_token(*fields, env, may_log_in);
  return refuse("unsupported_grant_type", "The grant_type must be authorization_code or refresh_token");
}

tenon::response token_endpoint::for_code(const form& fields, const tenon::provider_env& env,
                                         const email_judge& may_log_in) {
  const auto code = login_code::from(fields["code"]);
  if (!code) return refuse("invalid_grant", "The code is not one of this provider's");
  if (code->expires_at && *code->expires_at <= to_seconds(now_()))
    return refuse("invalid_grant", "The code has expired: it holds for a minute. Log in again");
  if (!code->redirect_uri.empty() && fields["redirect_uri"] != code->redirect_uri)
    return refuse("invalid_grant", "The redirect_uri is not the one that the code was made for");
  if (!code->code_challenge.empty() && challenge_of(fields["code_verifier"]) != code->code_challenge)
    return refuse("invalid_grant", "The code_verifier does not answer the code_challenge");
  return tokens_for(code->who, code->nonce, env, may_log_in);
}

tenon::response token_endpoint::for_refresh_token(const form& fields, const tenon::provider_env& env,
                                                  const email_judge& may_log_in) {
  std::string_view reason;
  const auto token = decode_jwt(fields["refresh_token"], &reason);
  if (!token) return refuse("invalid_grant", reason);
  try {
    check_session_issuer(*token, env.auth_issuer);
    const auto key = key_.find();
    if (!key) return refuse("invalid_grant", "Nobody has logged in here yet, so the token is from elsewhere");
    verify_session_token(*token, *key, env.auth_issuer, refresh_audience(env.auth_issuer), now_());
  } catch (const tenon::error& failure) {
    return refuse("invalid_grant", failure.message());
  }
  const auto text = [&](std::string_view claim) { return std::string(token->text(claim).value_or("")); };
  return tokens_for({text("given_name"), text("family_name"), text("email")}, "", env, may_log_in);
}

tenon::response token_endpoint::tokens_for(const person& who, std::string_view nonce, const tenon::provider_env& env,
                                           const email_judge& may_log_in) {
  if (!may_log_in(who.email)) return refuse("invalid_grant", "This email address may not log in here");
  const auto now = now_();
  const rsa_key key = key_.get_or_make();
  const std::string access = sign_jwt(access_claims(who, env.auth_issuer, nonce, now), signing_key::kid, key);
  const std::string refresh = sign_jwt(refresh_claims(who, env.auth_issuer, now), signing_key::kid, key);
  return answer_of({{"access_token", access},
                    {"id_token", access},
                    {"refresh_token", refresh},
                    {"token_type", "Bearer"},
                    {"expires_in", access_lifetime.count()},
                    {"scope", "openid profile email"}},
                   200);
}

}  // namespace tenon_local
