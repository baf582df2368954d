// Where a front end turns a code, or a refresh token, into tokens (RFC 6749 sections 4.1.3 and 6).
#pragma once

#include "../token/clock.hpp"
#include "email_judge.hpp"
#include "form.hpp"
#include "person.hpp"
#include "signing_key.hpp"
#include "tenon/word/provider_context.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"

namespace tenon_local {

// Any thread.
class token_endpoint {
 public:
  token_endpoint(signing_key& key, clock now) : key_(key), now_(std::move(now)) {}

  // Errors are answered as RFC 6749 section 5.2 has them. Throws access_denied for a foreign origin, and what the
  // database refuses.
  [[nodiscard]] tenon::response answer(const tenon::request& request, const tenon::provider_env& env,
                                       const email_judge& may_log_in);

 private:
  [[nodiscard]] tenon::response for_code(const form& fields, const tenon::provider_env& env,
                                         const email_judge& may_log_in);
  [[nodiscard]] tenon::response for_refresh_token(const form& fields, const tenon::provider_env& env,
                                                  const email_judge& may_log_in);
  [[nodiscard]] tenon::response tokens_for(const person& who, std::string_view nonce, const tenon::provider_env& env,
                                           const email_judge& may_log_in);

  signing_key& key_;
  clock now_;
};

}  // namespace tenon_local
