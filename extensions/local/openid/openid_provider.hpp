// A small OpenID provider for one's own machine: anybody can log in as anybody, so it is for development only.
#pragma once

#include "authorize_endpoint.hpp"
#include "email_judge.hpp"
#include "local_identity_provider.hpp"
#include "request_rules.hpp"
#include "signing_key.hpp"
#include "tenon/word/provider_context.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"
#include "token_endpoint.hpp"

namespace tenon_local {

// The endpoints, mounted below `auth_issuer`. Any thread. The database outlives it. Where `auth_issuer` is empty,
// whatever would name it throws server_misconfigured.
class openid_provider {
 public:
  explicit openid_provider(database& in, const clock& now = system_time)
      : key_(in), identity_(in, now), authorize_(in, now), token_(key_, now) {}

  // /.well-known/openid-configuration
  [[nodiscard]] tenon::response configuration(const tenon::provider_env& env) const;
  // /.well-known/jwks.json. Makes the key pair when it is the first to need it: 50 to 200 ms.
  [[nodiscard]] tenon::response key_set();
  [[nodiscard]] tenon::response authorize(const tenon::request& request, const tenon::provider_env& env) const {
    return authorize_.ask(request, env);
  }
  [[nodiscard]] tenon::response log_in(const tenon::request& request, const tenon::provider_env& env,
                                       const email_judge& may_log_in) {
    return authorize_.log_in(request, env, may_log_in);
  }
  [[nodiscard]] tenon::response token(const tenon::request& request, const tenon::provider_env& env,
                                      const email_judge& may_log_in) {
    return readable_by_origin(token_.answer(request, env, may_log_in), request, env);
  }
  // Who the access token in the Authorization header belongs to.
  [[nodiscard]] tenon::response user_info(const tenon::request& request, const tenon::provider_env& env);
  // The answer to a browser that asks whether a page may call.
  [[nodiscard]] static tenon::response preflight(const tenon::request& request, const tenon::provider_env& env);

 private:
  signing_key key_;
  local_identity_provider identity_;
  authorize_endpoint authorize_;
  token_endpoint token_;
};

}  // namespace tenon_local
