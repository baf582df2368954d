#include "login_code.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <boost/json.hpp>

#include "../token/base64url.hpp"
#include "tenon/word/error.hpp"

namespace tenon_local {

namespace {

namespace json = boost::json;

constexpr std::size_t largest_code = 8192;

std::optional<std::string> text_of(const json::object& fields, std::string_view name) {
  const json::value* found = fields.if_contains(name);
  if (found == nullptr || !found->is_string()) return std::nullopt;
  return std::string(found->get_string());
}

}  // namespace

std::optional<person> person_from(const json::object& fields) {
  auto first = text_of(fields, "firstName"), last = text_of(fields, "lastName"), email = text_of(fields, "email");
  if (!first || !last || !email) return std::nullopt;
  person who{std::move(*first), std::move(*last), std::move(*email)};
  if (!problem_of(who).empty()) return std::nullopt;
  return who;
}

json::object json_of(const person& who) {
  return {{"firstName", who.first_name}, {"lastName", who.last_name}, {"email", who.email}};
}

std::string login_code::to_text() const {
  json::object fields = json_of(who);
  if (!redirect_uri.empty()) fields["redirectUri"] = redirect_uri;
  if (!code_challenge.empty()) fields["codeChallenge"] = code_challenge;
  if (!nonce.empty()) fields["nonce"] = nonce;
  if (expires_at) fields["expiresAt"] = *expires_at;
  return to_base64url(json::serialize(fields));
}

std::optional<login_code> login_code::from(std::string_view text) {
  if (text.size() > largest_code) return std::nullopt;
  std::string normal(text);
  while (normal.ends_with('=')) normal.pop_back();
  std::replace(normal.begin(), normal.end(), '+', '-');
  std::replace(normal.begin(), normal.end(), '/', '_');
  const auto decoded = base64url_from(normal);
  if (!decoded) return std::nullopt;
  json::error_code failure;
  const json::value value = json::parse(*decoded, failure);
  if (failure || !value.is_object()) return std::nullopt;
  const json::object& fields = value.get_object();
  auto who = person_from(fields);
  if (!who) return std::nullopt;
  login_code out{.who = std::move(*who)};
  out.redirect_uri = text_of(fields, "redirectUri").value_or("");
  out.code_challenge = text_of(fields, "codeChallenge").value_or("");
  out.nonce = text_of(fields, "nonce").value_or("");
  if (const json::value* expires = fields.if_contains("expiresAt")) {
    if (!expires->is_int64()) return std::nullopt;
    out.expires_at = expires->get_int64();
  }
  return out;
}

std::string challenge_of(std::string_view verifier) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  if (EVP_Digest(verifier.data(), verifier.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1)
    throw tenon::error(tenon::error_type::unknown, "The cryptography library refused to compute a SHA-256 digest");
  return to_base64url({reinterpret_cast<const char*>(digest.data()), size});
}

}  // namespace tenon_local
