#include "authorize_request.hpp"

#include "login_code.hpp"
#include "redirect_uri.hpp"
#include "session_tokens.hpp"

namespace tenon_local {

authorize_request authorize_request::from(const form& fields) {
  const auto text = [&](std::string_view name) { return std::string(fields[name]); };
  return {.client_id = text("client_id"),
          .redirect_uri = text("redirect_uri"),
          .response_type = text("response_type"),
          .scope = text("scope"),
          .state = text("state"),
          .nonce = text("nonce"),
          .prompt = text("prompt"),
          .code_challenge = text("code_challenge"),
          .code_challenge_method = text("code_challenge_method")};
}

std::string_view authorize_request::dead_end() const {
  if (client_id != openid_client) return "The client_id must be local-anode-client.";
  if (redirect_uri.size() > 1000 || !is_local_redirect(redirect_uri))
    return "The redirect_uri must be an address on http://localhost, with or without a port, of at most 1000 "
           "characters "
           "and without a fragment.";
  return "";
}

std::string_view authorize_request::refusal() const {
  if (response_type != "code") return "unsupported_response_type";
  const bool known_method =
      code_challenge_method.empty() || code_challenge_method == "S256" || code_challenge_method == "plain";
  if (!known_method || code_challenge.size() > 128 || nonce.size() > 255) return "invalid_request";
  if (code_challenge.empty() && !code_challenge_method.empty()) return "invalid_request";
  return "";
}

std::string authorize_request::bound_challenge() const {
  if (code_challenge.empty() || code_challenge_method == "S256") return code_challenge;
  return challenge_of(code_challenge);
}

}  // namespace tenon_local
