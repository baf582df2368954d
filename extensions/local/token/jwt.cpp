#include "jwt.hpp"

#include <boost/json.hpp>

#include "base64url.hpp"
#include "clock.hpp"
#include "tenon/word/error.hpp"

namespace tenon_local {

namespace {

namespace json = boost::json;

std::optional<json::object> object_from(std::string_view base64url) {
  const auto text = base64url_from(base64url);
  if (!text) return std::nullopt;
  json::error_code failure;
  json::value value = json::parse(*text, failure);
  if (failure || !value.is_object()) return std::nullopt;
  return std::move(value.get_object());
}

bool is_text(const json::object& object, std::string_view name) {
  const json::value* found = object.if_contains(name);
  return found != nullptr && found->is_string();
}

// Seconds since 1970; fractions are allowed by RFC 7519 section 2.
std::optional<double> seconds_of(const json::object& claims, std::string_view name) {
  const json::value* found = claims.if_contains(name);
  if (found == nullptr || !found->is_number()) return std::nullopt;
  return found->to_number<double>();
}

}  // namespace

std::optional<std::string_view> jwt::text(std::string_view claim) const {
  const json::value* found = claims.if_contains(claim);
  if (found == nullptr || !found->is_string()) return std::nullopt;
  return std::string_view(found->get_string());
}

std::optional<jwt> decode_jwt(std::string_view token, std::string_view* why) {
  const auto refuse = [why](std::string_view reason) {
    if (why != nullptr) *why = reason;
    return std::nullopt;
  };
  if (token.size() > largest_token) return refuse("The token is longer than 8192 characters");
  const std::size_t first = token.find('.');
  const std::size_t second = first == std::string_view::npos ? first : token.find('.', first + 1);
  if (second == std::string_view::npos || token.find('.', second + 1) != std::string_view::npos)
    return refuse("The token does not have three parts");

  const auto header = object_from(token.substr(0, first));
  if (!header) return refuse("The header of the token is not a JSON object in base64url");
  const json::value* algorithm = header->if_contains("alg");
  if (algorithm == nullptr || *algorithm != "RS256") return refuse("The token is not signed with RS256");
  if (header->contains("crit")) return refuse("The token demands an extension (crit) that is not known here");
  if (!is_text(*header, "kid")) return refuse("The header of the token names no key (kid)");

  auto claims = object_from(token.substr(first + 1, second - first - 1));
  if (!claims) return refuse("The claims of the token are not a JSON object in base64url");
  auto signature = base64url_from(token.substr(second + 1));
  if (!signature || signature->empty()) return refuse("The signature of the token is not base64url");
  return jwt{.kid = std::string(header->at("kid").get_string()),
             .claims = std::move(*claims),
             .signed_text = token.substr(0, second),
             .signature = std::move(*signature)};
}

void check_times(const json::object& claims, tenon::timestamp now) {
  constexpr double tolerance = 60;
  const auto seconds = static_cast<double>(to_seconds(now));
  const auto expires = seconds_of(claims, "exp");
  if (!expires) throw tenon::error(tenon::error_type::invalid_token, "The exp claim is required");
  if (*expires <= seconds) throw tenon::error(tenon::error_type::expired_token, "The token has expired");
  for (const std::string_view name : {"nbf", "iat"}) {
    if (!claims.contains(name)) continue;
    const auto from = seconds_of(claims, name);
    if (!from)
      throw tenon::error(tenon::error_type::invalid_token,
                         std::string("The ").append(name).append(" claim must be a number"));
    if (name == "nbf" && *from > seconds + tolerance)
      throw tenon::error(tenon::error_type::invalid_token, "The token is not valid yet (nbf)");
  }
}

std::string sign_jwt(const json::object& claims, std::string_view kid, const rsa_key& key) {
  const json::object header{{"alg", "RS256"}, {"kid", kid}};
  std::string token = to_base64url(json::serialize(header));
  token.append(".").append(to_base64url(json::serialize(claims)));
  const std::string signature = key.sign(token);
  return token.append(".").append(to_base64url(signature));
}

}  // namespace tenon_local
