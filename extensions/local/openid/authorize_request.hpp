// What a front end asks of the authorization endpoint (OpenID Connect Core, section 3.1.2.1).
#pragma once

#include <string>
#include <string_view>

#include "form.hpp"

namespace tenon_local {

struct authorize_request {
  std::string client_id, redirect_uri, response_type, scope, state, nonce, prompt, code_challenge,
      code_challenge_method;

  [[nodiscard]] static authorize_request from(const form& fields);

  // Why nobody may be sent back to `redirect_uri`: a sentence for the person in front of the browser, or empty.
  [[nodiscard]] std::string_view dead_end() const;
  // What to send back there instead of a code: the name of an error in RFC 6749, or empty.
  [[nodiscard]] std::string_view refusal() const;
  // The challenge in the form that a code holds; empty where none was sent.
  [[nodiscard]] std::string bound_challenge() const;
};

}  // namespace tenon_local
