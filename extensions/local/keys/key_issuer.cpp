#include "key_issuer.hpp"

namespace tenon_local {

std::optional<std::string> key_issuer_from(std::string_view auth_issuer) {
  constexpr std::string_view place = "/local_oidc";
  if (!auth_issuer.ends_with(place)) return std::nullopt;
  const std::string_view root = auth_issuer.substr(0, auth_issuer.size() - place.size());
  for (const std::string_view scheme : {"http://", "https://"})
    if (root.starts_with(scheme) && root.size() > scheme.size() && root[scheme.size()] != '/')
      return std::string(root).append("/api/api-keys");
  return std::nullopt;
}

std::string bad_auth_issuer(std::string_view auth_issuer) {
  if (auth_issuer.empty())
    return "The address of this server is not known, and API keys and logins bear it: there are none. Set the "
           "environment variable AUTH_ISSUER to the public address followed by /local_oidc, or let the program "
           "listen on a fixed port (http.listen true, http.port not 0)";
  std::string text = "Cannot determine the api key issuer from the AUTH_ISSUER \"";
  return text.append(auth_issuer)
      .append(
          "\". The local implementation signs in its own name: leave AUTH_ISSUER out, or set it to the public address "
          "of this server followed by /local_oidc");
}

}  // namespace tenon_local
