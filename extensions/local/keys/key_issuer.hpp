// Who signs API keys: a URL below the same root as the OpenID issuer, where a key's public half can be fetched.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tenon_local {

// `http://localhost:8080/local_oidc` gives `http://localhost:8080/api/api-keys`. Nothing for an issuer that is not the
// local OpenID provider: keys in somebody else's name would be made.
[[nodiscard]] std::optional<std::string> key_issuer_from(std::string_view auth_issuer);

// The sentence for that case, and for the empty issuer of a server that cannot know its address.
[[nodiscard]] std::string bad_auth_issuer(std::string_view auth_issuer);

}  // namespace tenon_local
