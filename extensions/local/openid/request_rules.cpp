#include "request_rules.hpp"

#include "../keys/key_issuer.hpp"
#include "redirect_uri.hpp"
#include "tenon/word/error.hpp"

namespace tenon_local {

void check_issuer(const tenon::provider_env& env) {
  if (env.auth_issuer.empty())
    throw tenon::error(tenon::error_type::server_misconfigured, bad_auth_issuer(env.auth_issuer));
}

void check_origin(const tenon::request& request, const tenon::provider_env& env) {
  const auto origin = request.header("Origin");
  if (origin && !is_trusted_origin(*origin, env.auth_issuer))
    throw tenon::error(tenon::error_type::access_denied,
                       "Pages of the origin " + std::string(*origin) +
                           " may not use the local OpenID provider: only pages on localhost may");
}

tenon::response readable_by_origin(tenon::response answer, const tenon::request& request,
                                   const tenon::provider_env& env) {
  const auto origin = request.header("Origin");
  if (origin && is_trusted_origin(*origin, env.auth_issuer))
    answer.headers.push_back({"Access-Control-Allow-Origin", std::string(*origin)});
  answer.headers.push_back({"Vary", "Origin"});
  return answer;
}

bool has_form(const tenon::request& request) {
  std::string_view type = request.header("Content-Type").value_or("");
  type = type.substr(0, type.find(';'));
  while (type.ends_with(' ')) type.remove_suffix(1);
  return tenon::same_field_name(type, "application/x-www-form-urlencoded");
}

std::optional<std::string_view> bearer_of(const tenon::request& request) {
  constexpr std::string_view scheme = "Bearer ";
  const auto credentials = request.header("Authorization");
  if (!credentials || !tenon::same_field_name(credentials->substr(0, scheme.size()), scheme)) return std::nullopt;
  return credentials->substr(scheme.size());
}

}  // namespace tenon_local
