// What the endpoints of the local OpenID provider ask of every request.
#pragma once

#include <optional>
#include <string_view>

#include "tenon/word/provider_context.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"

namespace tenon_local {

// Throws server_misconfigured where the environment has no issuer: what is signed in nobody's name opens nothing.
void check_issuer(const tenon::provider_env& env);

// Throws access_denied for a request from a page of another origin than this machine and the issuer: since anybody may
// log in as anybody, any page in the developer's browser could otherwise act as anybody on this server.
void check_origin(const tenon::request& request, const tenon::provider_env& env);

// Lets a page of a trusted origin read the answer (CORS).
[[nodiscard]] tenon::response readable_by_origin(tenon::response answer, const tenon::request& request,
                                                 const tenon::provider_env& env);

// The body is declared as application/x-www-form-urlencoded.
[[nodiscard]] bool has_form(const tenon::request& request);

// The text after `Authorization: Bearer `.
[[nodiscard]] std::optional<std::string_view> bearer_of(const tenon::request& request);

}  // namespace tenon_local
