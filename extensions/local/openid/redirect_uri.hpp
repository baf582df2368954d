// Where the local OpenID provider sends people back to: this machine, and nowhere else.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tenon_local {

// `http://localhost`, with or without port, path and query. The original asked only how the text begins, and so let
// `http://localhost.evil.com` and `http://localhost@evil.com` pass: here the host itself has to be localhost.
[[nodiscard]] bool is_local_redirect(std::string_view uri);

// The address with these parameters behind its own. `uri` has passed is_local_redirect.
[[nodiscard]] std::string with_parameters(std::string_view uri,
                                          const std::vector<std::pair<std::string_view, std::string_view>>& parameters);

// Whether a page of that origin, as a browser states it, may use the provider: one of this machine, or of `issuer`
// itself.
[[nodiscard]] bool is_trusted_origin(std::string_view origin, std::string_view issuer);

}  // namespace tenon_local
