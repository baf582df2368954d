// The authorization code of the local OpenID provider.
#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "person.hpp"
#include "tenon/word/api_key.hpp"

namespace tenon_local {

// The code is the person, as JSON in base64, and not a secret: whoever can reach the provider can log in as anybody,
// with the page or without it. A front end may make one itself from firstName, lastName and email, as the original's
// did; the page adds what binds a code to the request that it answers.
struct login_code {
  person who;
  std::string redirect_uri{};    // empty: any that is allowed
  std::string code_challenge{};  // of PKCE (RFC 7636), as S256 has it; empty: none was sent
  std::string nonce{};
  std::optional<std::int64_t> expires_at{};  // seconds since 1970

  [[nodiscard]] std::string to_text() const;
  // Takes base64 in either alphabet, with or without padding. Nothing for anything else than such an object of a person
  // that can log in.
  [[nodiscard]] static std::optional<login_code> from(std::string_view text);
};

// The person of a JSON object with the strings firstName, lastName and email.
[[nodiscard]] std::optional<person> person_from(const boost::json::object& fields);
[[nodiscard]] boost::json::object json_of(const person& who);

// PKCE's method S256: the base64url of the text's SHA-256 digest. A code holds every challenge in this form, `plain`
// ones too: they are put through it when they come in.
[[nodiscard]] std::string challenge_of(std::string_view verifier);

}  // namespace tenon_local
