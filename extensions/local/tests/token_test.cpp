// Tokens and what they are made of.
#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <boost/json.hpp>
#include <set>

#include "../token/base64url.hpp"
#include "../token/clock.hpp"
#include "../token/iso_time.hpp"
#include "../token/jwt.hpp"
#include "../token/uuid.hpp"
#include "tenon/word/error.hpp"

namespace tenon_local {

namespace {

namespace json = boost::json;
using tenon::error_type;

// One pair for all: making one takes long.
const rsa_key& pair() {
  static const rsa_key made = rsa_key::generate();
  return made;
}

constexpr std::string_view kid = "the-key";

std::string with_header(const json::object& header, const json::object& claims = {{"sub", "ada"}}) {
  std::string text = to_base64url(json::serialize(header)) + "." + to_base64url(json::serialize(claims));
  return text + "." + to_base64url(pair().sign(text));
}
std::string reason_of(std::string_view token) {
  std::string_view why;
  return decode_jwt(token, &why) ? "accepted" : std::string(why);
}
std::optional<error_type> time_fault(const json::object& claims, tenon::timestamp now) {
  try {
    check_times(claims, now);
  } catch (const tenon::error& failure) {
    return failure.type();
  }
  return std::nullopt;
}

const tenon::timestamp noon = std::chrono::sys_days{std::chrono::year{2030} / 6 / 1} + std::chrono::hours(12);

}  // namespace

TEST(base64url, turns_bytes_into_the_text_of_rfc_4648_and_back) {
  for (const auto& [bytes, text] : {std::pair<std::string, std::string>{"", ""},
                                    {"f", "Zg"},
                                    {"fo", "Zm8"},
                                    {"foo", "Zm9v"},
                                    {"foob", "Zm9vYg"},
                                    {"\xfb\xff", "-_8"}}) {
    EXPECT_EQ(to_base64url(bytes), text);
    EXPECT_EQ(base64url_from(text), bytes);
  }
}

TEST(base64url, takes_one_text_for_one_sequence_of_bytes) {
  for (const char* text : {"Zg=", "Zg==", "Zh", "Zm9=", "Z", "Zm9vY", "Zm 8", "Zm8\n", "+/8", "Zm9v.", "Zm9v\x80"})
    EXPECT_EQ(base64url_from(text), std::nullopt) << text;
}

TEST(uuid, version_7_begins_with_the_time_and_is_never_the_same) {
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) seen.insert(make_uuid_v7(noon));
  EXPECT_EQ(seen.size(), 1000U);
  const std::string one = *seen.begin();
  EXPECT_TRUE(is_uuid(one));
  EXPECT_EQ(one[14], '7');
  EXPECT_NE(std::string("89ab").find(one[19]), std::string::npos);
  EXPECT_EQ(std::stoull(one.substr(0, 8) + one.substr(9, 4), nullptr, 16),
            static_cast<unsigned long long>(noon.time_since_epoch().count()));
  EXPECT_LT(one, make_uuid_v7(noon + std::chrono::milliseconds(1)));
}

TEST(uuid, version_5_is_what_others_compute) {
  // From another implementation: uuid5 of the nil namespace.
  EXPECT_EQ(uuid_v5("ada@example.com"), "57ac19bf-282f-51cc-896c-454855822451");
  EXPECT_EQ(uuid_v5(""), "e129f27c-5103-5c5c-844b-cdf0a15e160d");
}

TEST(uuid, is_recognised_in_lower_case_only) {
  EXPECT_TRUE(is_uuid("0190163d-8694-739b-aea5-966c26f8ad91"));
  for (const char* text : {"", "0190163D-8694-739b-aea5-966c26f8ad91", "0190163d8694739baea5966c26f8ad91",
                           "0190163d-8694-739b-aea5-966c26f8ad9", "0190163d-8694-739b-aea5-966c26f8ad911",
                           "0190163d-8694-739b-aea5-966c26f8ad9/", "{190163d-8694-739b-aea5-966c26f8ad9}"})
    EXPECT_FALSE(is_uuid(text)) << text;
}

TEST(iso_time, is_written_and_read_alike) {
  const auto time = noon + std::chrono::milliseconds(7);
  EXPECT_EQ(to_iso_time(time), "2030-06-01T12:00:00.007Z");
  EXPECT_EQ(iso_time_from("2030-06-01T12:00:00.007Z"), time);
  EXPECT_EQ(iso_time_from("2030-06-01T12:00:00Z"), noon);
  EXPECT_EQ(to_iso_time(last_iso_time()), "9999-12-31T23:59:59.999Z");
  EXPECT_EQ(iso_time_from(to_iso_time(last_iso_time())), last_iso_time());
  EXPECT_EQ(to_iso_time(tenon::timestamp{}), "1970-01-01T00:00:00.000Z");
}

TEST(iso_time, nothing_is_read_from_days_that_no_calendar_has_and_from_other_forms) {
  for (const char* text :
       {"", "x", "2030-06-01", "2030-02-30T00:00:00Z", "2030-13-01T00:00:00Z", "2030-06-01T24:00:00Z",
        "2030-06-01T12:60:00Z", "2030-06-01T12:00:61Z", "2030-06-01T12:00:00", "2030-06-01 12:00:00Z",
        "2030-06-01T12:00:00+01", "2030-06-01T12:00:00.0+1Z", "+030-06-01T12:00:00Z", "NaN"})
    EXPECT_EQ(iso_time_from(text), std::nullopt) << text;
}

TEST(rsa_key, survives_being_written_and_read) {
  const auto again = rsa_key::from_pem(pair().to_pem());
  ASSERT_TRUE(again);
  EXPECT_TRUE(pair().verify("text", again->sign("text")));
}

TEST(rsa_key, its_public_half_verifies_and_does_not_sign) {
  const json::object jwk = pair().public_jwk(kid);
  EXPECT_EQ(jwk.at("kty"), "RSA");
  EXPECT_EQ(jwk.at("alg"), "RS256");
  EXPECT_EQ(jwk.at("use"), "sig");
  EXPECT_EQ(jwk.at("kid").as_string(), kid);
  EXPECT_EQ(jwk.at("e"), "AQAB");
  for (const char* secret : {"d", "p", "q", "dp", "dq", "qi"}) EXPECT_FALSE(jwk.contains(secret)) << secret;
  const auto half = rsa_key::from_jwk(jwk);
  ASSERT_TRUE(half);
  const std::string signature = pair().sign("text");
  EXPECT_EQ(signature.size(), 256U);
  EXPECT_TRUE(half->verify("text", signature));
  EXPECT_FALSE(half->verify("another text", signature));
  EXPECT_FALSE(half->verify("text", signature.substr(1)));
  EXPECT_FALSE(half->verify("text", ""));
  EXPECT_THROW(static_cast<void>(half->sign("text")), tenon::error);
}

TEST(rsa_key, nothing_is_read_from_what_is_no_key) {
  EXPECT_FALSE(rsa_key::from_pem(""));
  EXPECT_FALSE(rsa_key::from_pem("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"));
  json::object jwk = pair().public_jwk(kid);
  jwk["n"] = "AQAB";
  EXPECT_FALSE(rsa_key::from_jwk(jwk)) << "far too short";
  jwk["n"] = 7;
  EXPECT_FALSE(rsa_key::from_jwk(jwk));
  jwk["n"] = std::string(5000, 'A');
  EXPECT_FALSE(rsa_key::from_jwk(jwk));
  EXPECT_FALSE(rsa_key::from_jwk({}));
  EXPECT_FALSE(rsa_key::from_jwk({{"kty", "oct"}, {"k", "AQAB"}}));
}

TEST(jwt, what_is_signed_is_read_back_and_verified) {
  const std::string token = sign_jwt({{"sub", "ada"}, {"n", 7}}, kid, pair());
  const auto read = decode_jwt(token);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->kid, kid);
  EXPECT_EQ(read->text("sub"), "ada");
  EXPECT_EQ(read->text("n"), std::nullopt);
  EXPECT_TRUE(read->is_signed_by(pair()));
  EXPECT_FALSE(read->is_signed_by(rsa_key::generate()));
}

TEST(jwt, the_header_says_the_algorithm_and_the_key_and_nothing_else) {
  const std::string token = sign_jwt({{"sub", "ada"}}, kid, pair());
  const auto header = base64url_from(std::string_view(token).substr(0, token.find('.')));
  ASSERT_TRUE(header);
  EXPECT_EQ(json::parse(*header), (json::object{{"alg", "RS256"}, {"kid", kid}}));
}

TEST(jwt, nothing_but_rs256_is_read) {
  EXPECT_EQ(reason_of(with_header({{"alg", "RS256"}, {"kid", kid}})), "accepted");
  for (const json::value& algorithm :
       {json::value("none"), json::value("None"), json::value("HS256"), json::value("rs256"), json::value("RS512"),
        json::value("PS256"), json::value("ES256"), json::value(""), json::value(7), json::value(nullptr),
        json::value(json::array{"RS256"})})
    EXPECT_EQ(reason_of(with_header({{"alg", algorithm}, {"kid", kid}})), "The token is not signed with RS256");
  EXPECT_EQ(reason_of(with_header({{"kid", kid}})), "The token is not signed with RS256");
}

TEST(jwt, hs256_with_the_public_key_as_its_secret_is_refused) {
  const std::string text = to_base64url(R"({"alg":"HS256","kid":"the-key"})") + "." + to_base64url(R"({"sub":"ada"})");
  const std::string secret = json::serialize(pair().public_jwk(kid));
  std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
  unsigned size = 0;
  HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
       reinterpret_cast<const unsigned char*>(text.data()), text.size(), mac.data(), &size);
  const std::string token = text + "." + to_base64url({reinterpret_cast<const char*>(mac.data()), size});
  EXPECT_EQ(reason_of(token), "The token is not signed with RS256");
}

TEST(jwt, a_token_without_a_signature_is_refused) {
  const std::string token = with_header({{"alg", "RS256"}, {"kid", kid}});
  EXPECT_EQ(reason_of(token.substr(0, token.rfind('.') + 1)), "The signature of the token is not base64url");
}

TEST(jwt, a_header_without_a_key_id_or_with_demands_is_refused) {
  EXPECT_EQ(reason_of(with_header({{"alg", "RS256"}})), "The header of the token names no key (kid)");
  EXPECT_EQ(reason_of(with_header({{"alg", "RS256"}, {"kid", 1}})), "The header of the token names no key (kid)");
  EXPECT_EQ(reason_of(with_header({{"alg", "RS256"}, {"kid", kid}, {"crit", json::array{"b64"}}})),
            "The token demands an extension (crit) that is not known here");
}

TEST(jwt, malformed_tokens_are_refused_each_with_its_reason) {
  const std::string head = to_base64url(R"({"alg":"RS256","kid":"k"})");
  const std::string deep = to_base64url(std::string(200, '[') + std::string(200, ']'));
  for (const std::string& token : {std::string(), std::string("a"), std::string("a.b"), std::string("a.b.c.d"),
                                   std::string("..."), std::string("\0.\0.\0", 5), head + "." + head})
    EXPECT_NE(reason_of(token), "accepted") << token;
  EXPECT_EQ(reason_of("!." + head + ".AA"), "The header of the token is not a JSON object in base64url");
  EXPECT_EQ(reason_of("W10." + head + ".AA"), "The header of the token is not a JSON object in base64url");
  EXPECT_EQ(reason_of(head + "=." + head + ".AA"), "The header of the token is not a JSON object in base64url");
  for (const std::string& claims : {std::string("W10"), deep, to_base64url("{"), to_base64url("\"\xff\""),
                                    to_base64url("{\"a\":\"\xff\"}"), std::string(), std::string("e30=")})
    EXPECT_EQ(reason_of(head + "." + claims + ".AA"), "The claims of the token are not a JSON object in base64url");
  EXPECT_EQ(reason_of(head + ".e30.A"), "The signature of the token is not base64url");
  EXPECT_EQ(reason_of(head + ".e30." + std::string(9000, 'A')), "The token is longer than 8192 characters");
}

TEST(jwt, times_are_checked_to_the_second) {
  const auto now = to_seconds(noon);
  EXPECT_EQ(time_fault({{"exp", now + 1}}, noon), std::nullopt);
  EXPECT_EQ(time_fault({{"exp", now}}, noon), error_type::expired_token);
  EXPECT_EQ(time_fault({{"exp", static_cast<double>(now) + 0.5}}, noon), std::nullopt);
  EXPECT_EQ(time_fault({{"exp", -1}}, noon), error_type::expired_token);
  EXPECT_EQ(time_fault({}, noon), error_type::invalid_token);
  EXPECT_EQ(time_fault({{"exp", "tomorrow"}}, noon), error_type::invalid_token);
  EXPECT_EQ(time_fault({{"exp", nullptr}}, noon), error_type::invalid_token);
  EXPECT_EQ(time_fault({{"exp", now + 1}, {"nbf", now + 60}}, noon), std::nullopt);
  EXPECT_EQ(time_fault({{"exp", now + 1}, {"nbf", now + 61}}, noon), error_type::invalid_token);
  EXPECT_EQ(time_fault({{"exp", now + 1}, {"iat", now + 61}}, noon), std::nullopt);
  for (const char* claim : {"nbf", "iat"})
    EXPECT_EQ(time_fault({{"exp", now + 1}, {claim, "soon"}}, noon), error_type::invalid_token) << claim;
}

}  // namespace tenon_local
