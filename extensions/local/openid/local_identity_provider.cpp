#include "local_identity_provider.hpp"

#include "session_tokens.hpp"
#include "tenon/word/error.hpp"

namespace tenon_local {

using tenon::error_type;

tenon::passport local_identity_provider::identify(const tenon::provider_context& ctx) {
  if (!ctx.bearer_token || ctx.bearer_token->empty())
    throw tenon::error(error_type::missing_token, "Send the header Authorization: Bearer TOKEN");
  std::string_view reason;
  const auto token = decode_jwt(*ctx.bearer_token, &reason);
  if (!token) throw tenon::error(error_type::invalid_token, std::string(reason));
  check_session_issuer(*token, ctx.env.auth_issuer);
  const auto key = key_.find();
  if (!key)
    throw tenon::error(error_type::wrong_signature, "Nobody has logged in here yet, so the token is from elsewhere");
  verify_session_token(*token, *key, ctx.env.auth_issuer, openid_client, now_());
  return passport_of_session(*token);
}

}  // namespace tenon_local
