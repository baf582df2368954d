#include "session_tokens.hpp"

#include <boost/json.hpp>

#include "../token/clock.hpp"
#include "signing_key.hpp"
#include "tenon/word/error.hpp"

namespace tenon_local {

namespace {

namespace json = boost::json;

json::object claims_of(const person& who, std::string_view issuer, std::string_view audience, tenon::timestamp now,
                       std::chrono::seconds lifetime) {
  return {{"iss", issuer},
          {"sub", user_id_of(who)},
          {"aud", audience},
          {"iat", to_seconds(now)},
          {"exp", to_seconds(now + lifetime)},
          {"email", who.email},
          {"given_name", who.first_name},
          {"family_name", who.last_name}};
}

std::string joined(std::string_view given, std::string_view family) {
  std::string out(given);
  if (!given.empty() && !family.empty()) out += ' ';
  return out.append(family);
}

std::optional<std::string> filled(const jwt& token, std::string_view claim) {
  const auto text = token.text(claim);
  if (!text || text->empty()) return std::nullopt;
  return std::string(*text);
}

// What a token says of itself, for a sentence: short, and without characters that could break a line of a log.
std::string shown(std::string_view text) {
  std::size_t most = 200;
  if (text.size() <= most) return json::serialize(json::value(text));
  while ((static_cast<unsigned char>(text[most]) & 0xc0U) == 0x80U) --most;  // between two characters
  return json::serialize(json::value(std::string(text.substr(0, most)).append("...")));
}

}  // namespace

json::object access_claims(const person& who, std::string_view issuer, std::string_view nonce, tenon::timestamp now) {
  json::object claims = claims_of(who, issuer, openid_client, now, access_lifetime);
  if (!nonce.empty()) claims["nonce"] = nonce;
  const std::string name = joined(who.first_name, who.last_name);
  claims["name"] = name.empty() ? who.email : name;
  return claims;
}

json::object refresh_claims(const person& who, std::string_view issuer, tenon::timestamp now) {
  return claims_of(who, issuer, refresh_audience(issuer), now, refresh_lifetime);
}

std::string refresh_audience(std::string_view issuer) { return std::string(issuer).append("/token"); }

void check_session_issuer(const jwt& token, std::string_view issuer) {
  const auto found = token.text("iss");
  if (!issuer.empty() && found == issuer) return;
  std::string text = found ? std::string("The token is from the issuer ").append(shown(*found))
                           : std::string("The token names no issuer");
  if (issuer.empty())
    text.append(", and this server takes none: its own address is not known. Set AUTH_ISSUER");
  else
    text.append(", and this server takes those of ")
        .append(shown(issuer))
        .append(". If it was made here under another port, listen on that one or set AUTH_ISSUER");
  throw tenon::error(tenon::error_type::invalid_token, std::move(text));
}

void verify_session_token(const jwt& token, const rsa_key& key, std::string_view issuer, std::string_view audience,
                          tenon::timestamp now) {
  const auto refuse = [](std::string message) {
    throw tenon::error(tenon::error_type::invalid_token, std::move(message));
  };
  check_session_issuer(token, issuer);
  if (token.kid != signing_key::kid) refuse("The token names a key that is not known here");
  if (!token.is_signed_by(key))
    throw tenon::error(tenon::error_type::wrong_signature, "The signature of the token does not hold");
  if (token.text("aud") != audience) refuse("The token is meant for something else (aud)");
  check_times(token.claims, now);
}

tenon::passport passport_of_session(const jwt& token) {
  tenon::passport out;
  const auto required = [&](std::string_view claim) {
    auto text = filled(token, claim);
    if (!text)
      throw tenon::error(tenon::error_type::invalid_token,
                         std::string("The ").append(claim).append(" claim is required"));
    return std::move(*text);
  };
  out.user.id = required("sub");
  out.user.email = required("email");
  out.user.given_name = filled(token, "given_name");
  out.user.family_name = filled(token, "family_name");
  out.user.name = filled(token, "name");
  if (!out.user.name) {
    std::string name = joined(out.user.given_name.value_or(""), out.user.family_name.value_or(""));
    if (name.empty()) name = out.user.email;
    out.user.name = name;
  }
  out.claims = json::serialize(token.claims);
  return out;
}

}  // namespace tenon_local
