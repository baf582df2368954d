// The local OpenID provider, asked as a door would ask it.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <boost/url.hpp>
#include <thread>

#include "../openid/form.hpp"
#include "../openid/openid_provider.hpp"
#include "../openid/redirect_uri.hpp"
#include "../openid/session_tokens.hpp"
#include "../token/base64url.hpp"
#include "stage.hpp"

namespace tenon_local {

namespace {

namespace json = boost::json;
namespace urls = boost::urls;
using namespace std::chrono_literals;

const std::string callback = "http://localhost:5173/callback";

using fields = std::vector<std::pair<std::string, std::string>>;

std::string encoded(const fields& from) {
  urls::url url;
  for (const auto& [name, value] : from) url.params().append({name, value});
  return std::string(url.encoded_query());
}

std::string header_of(const tenon::response& answer, std::string_view name) {
  for (const tenon::response_header& one : answer.headers)
    if (tenon::same_field_name(one.name, name)) return one.value;
  return "";
}

// The value of a parameter in the address that the browser is led to.
std::string sent_back(const tenon::response& answer, std::string_view name) {
  const std::string location = header_of(answer, "Location");
  EXPECT_TRUE(location.starts_with("http://localhost")) << location;
  const auto url = urls::parse_uri(location);
  if (!url) return "no address";
  const auto found = url->params().find(name);
  return found == url->params().end() ? "" : (*found).value;
}

struct openid_stage : stage {
  openid_provider provider{database, clock()};
  local_identity_provider identity{database, clock()};
  std::vector<tenon::header> headers{{"Content-Type", "application/x-www-form-urlencoded"}};
  email_judge may_log_in = [](const std::string&) { return true; };

  tenon::response ask(const fields& query) {
    const std::string text = encoded(query);
    return provider.authorize({.query = text, .headers = headers}, env);
  }
  tenon::response log_in(const fields& body) {
    const std::string text = encoded(body);
    return provider.log_in({.method = tenon::method::post, .headers = headers, .body = text}, env, may_log_in);
  }
  tenon::response token(const fields& body) {
    const std::string text = encoded(body);
    return provider.token({.method = tenon::method::post, .headers = headers, .body = text}, env, may_log_in);
  }
  tenon::response renew(const std::string& refresh) {
    return token({{"grant_type", "refresh_token"}, {"client_id", "local-anode-client"}, {"refresh_token", refresh}});
  }
  tenon::response user_info(const std::string& authorization) {
    const tenon::header one{"Authorization", authorization};
    return provider.user_info({.headers = {&one, 1}}, env);
  }

  static fields request(const fields& more = {}) {
    fields out{{"client_id", "local-anode-client"},
               {"redirect_uri", callback},
               {"response_type", "code"},
               {"scope", "openid profile email"}};
    for (const auto& [name, value] : more) {
      std::erase_if(out, [&](const auto& one) { return one.first == name; });
      out.emplace_back(name, value);
    }
    return out;
  }
  static fields person_and(const fields& more = {}) {
    fields out = request({{"firstName", "Ada"}, {"lastName", "Lovelace"}, {"email", "Ada@Example.com"}});
    for (const auto& [name, value] : more) {
      std::erase_if(out, [&](const auto& one) { return one.first == name; });
      out.emplace_back(name, value);
    }
    return out;
  }
  std::string code(const fields& more = {}) { return sent_back(log_in(person_and(more)), "code"); }
  static fields exchange(const std::string& code, const fields& more = {}) {
    fields out{{"grant_type", "authorization_code"},
               {"client_id", "local-anode-client"},
               {"redirect_uri", callback},
               {"code", code}};
    out.insert(out.end(), more.begin(), more.end());
    return out;
  }
  json::object tokens(const tenon::response& answer) {
    EXPECT_EQ(answer.status, 200) << answer.body.view();
    return json::parse(answer.body.view()).as_object();
  }
  static std::string error_in(const tenon::response& answer) {
    EXPECT_GE(answer.status, 400);
    return std::string(json::parse(answer.body.view()).at("error").as_string());
  }
};

}  // namespace

TEST(redirect_uri, leads_to_this_machine_only) {
  for (const char* good : {"http://localhost", "http://localhost/", "http://localhost:5173",
                           "http://localhost:5173/a/b?c=d", "http://localhost?x=1"})
    EXPECT_TRUE(is_local_redirect(good)) << good;
  for (const char* bad : {"",
                          "localhost",
                          "/callback",
                          "https://localhost/",
                          "http://localhost.evil.com/",
                          "http://localhost.evil.com:80/",
                          "http://localhost@evil.com/",
                          "http://localhost:5173@evil.com/",
                          "http://localhost:x@evil.com/",
                          "http://user:secret@localhost/",
                          "http://localhosts/",
                          "http://localhost:99999/",
                          "http://localhost:0/",
                          "http://localhost\\@evil.com/",
                          "http://localhost#@evil.com/",
                          "http://localhost/#fragment",
                          "http://evil.com/http://localhost",
                          "http://%6cocalhost/",
                          "javascript://localhost/%0aalert(1)",
                          "http://localhost/\r\nX: y",
                          "http://localhost/ a",
                          "http://127.0.0.1/",
                          "http:localhost/",
                          "http:///localhost/",
                          "//localhost/"})
    EXPECT_FALSE(is_local_redirect(bad)) << bad;
}

TEST(redirect_uri, keeps_its_own_parameters_and_encodes_those_that_are_added) {
  EXPECT_EQ(with_parameters("http://localhost/a?b=c", {{"code", "x y&z"}, {"state", "\r\n+/"}}),
            "http://localhost/a?b=c&code=x%20y%26z&state=%0D%0A%2B/");
}

TEST(redirect_uri, pages_of_this_machine_and_of_the_issuer_are_trusted) {
  const char* at_home = "https://dev.example.com/local_oidc";
  for (const char* good : {"http://localhost:5173", "https://localhost", "http://127.0.0.1:8080", "http://[::1]:8080",
                           "https://dev.example.com"})
    EXPECT_TRUE(is_trusted_origin(good, at_home)) << good;
  for (const char* bad : {"", "null", "http://dev.example.com", "https://evil.com", "http://localhost.evil.com",
                          "http://localhost@evil.com", "file://localhost", "https://dev.example.com:8443"})
    EXPECT_FALSE(is_trusted_origin(bad, at_home)) << bad;
}

TEST(form, ends_where_its_text_does) {
  // As in a connection's buffer, where something else follows.
  const std::string_view buffer = "a=1&last=plain HTTP/1.1";
  const auto read = form::from(buffer.substr(0, buffer.find(' ')));
  ASSERT_TRUE(read);
  EXPECT_EQ((*read)["last"], "plain");
}

TEST(form, reads_what_browsers_send_and_refuses_the_rest) {
  const auto read = form::from("a=1&b=x+y%26%3D&c=&d");
  ASSERT_TRUE(read);
  EXPECT_EQ((*read)["a"], "1");
  EXPECT_EQ((*read)["b"], "x y&=");
  EXPECT_EQ((*read)["c"], "");
  EXPECT_EQ((*read)["missing"], "");
  EXPECT_TRUE(form::from(""));
  for (const char* bad : {"a=1&a=2", "a=%", "a=%4", "a=%zz", "a=\n", "a=\xff"}) EXPECT_FALSE(form::from(bad)) << bad;
}

TEST(openid_provider, describes_itself) {
  openid_stage on;
  const auto answer = on.provider.configuration(on.env);
  const json::value body = json::parse(answer.body.view());
  EXPECT_EQ(body.at("issuer"), "http://localhost:8080/local_oidc");
  EXPECT_EQ(body.at("authorization_endpoint"), "http://localhost:8080/local_oidc/authorize");
  EXPECT_EQ(body.at("token_endpoint"), "http://localhost:8080/local_oidc/token");
  EXPECT_EQ(body.at("userinfo_endpoint"), "http://localhost:8080/local_oidc/userinfo");
  EXPECT_EQ(body.at("jwks_uri"), "http://localhost:8080/local_oidc/.well-known/jwks.json");
  EXPECT_EQ(body.at("id_token_signing_alg_values_supported"), json::array{"RS256"});
  EXPECT_EQ(header_of(answer, "Access-Control-Allow-Origin"), "*");
}

TEST(openid_provider, lets_nobody_in_whose_email_address_is_not_allowed) {
  openid_stage on;
  const std::string code = on.code();
  const std::string refresh(on.tokens(on.token(openid_stage::exchange(code))).at("refresh_token").as_string());
  on.may_log_in = [](const std::string& email) { return email != "Ada@Example.com"; };
  EXPECT_NE(on.log_in(openid_stage::person_and({})).body.view().find("address may not log in"), std::string::npos);
  EXPECT_EQ(openid_stage::error_in(on.token(openid_stage::exchange(code))), "invalid_grant");
  EXPECT_EQ(openid_stage::error_in(on.renew(refresh)), "invalid_grant");
}

TEST(openid_provider, a_login_ends_in_tokens_that_its_own_key_set_verifies) {
  openid_stage on;
  const auto led_back = on.log_in(openid_stage::person_and({{"state", "s&1"}, {"nonce", "n-1"}}));
  EXPECT_EQ(led_back.status, 303);
  EXPECT_TRUE(header_of(led_back, "Location").starts_with(callback + "?"));
  EXPECT_EQ(sent_back(led_back, "state"), "s&1");
  const json::object got = on.tokens(on.token(openid_stage::exchange(sent_back(led_back, "code"))));
  EXPECT_EQ(got.at("token_type"), "Bearer");
  EXPECT_EQ(got.at("expires_in"), 300);
  EXPECT_EQ(got.at("scope"), "openid profile email");
  EXPECT_EQ(got.at("id_token"), got.at("access_token"));

  const std::string access(got.at("access_token").as_string());
  const json::value set = json::parse(on.provider.key_set().body.view());
  const auto key = rsa_key::from_jwk(set.at("keys").at(0).as_object());
  const auto token = decode_jwt(access);
  ASSERT_TRUE(key && token);
  EXPECT_EQ(token->kid, "1");
  EXPECT_EQ(set.at("keys").at(0).at("kid"), "1");
  EXPECT_TRUE(token->is_signed_by(*key));
  EXPECT_EQ(token->text("iss"), on.env.auth_issuer);
  EXPECT_EQ(token->text("aud"), "local-anode-client");
  EXPECT_EQ(token->text("nonce"), "n-1");
  EXPECT_EQ(token->claims.at("exp"), to_seconds(*on.time + 300s));

  const auto caller = on.identity.identify(on.ada.with(access));
  EXPECT_EQ(caller.user.id, "57ac19bf-282f-51cc-896c-454855822451") << "of the address in lower case";
  EXPECT_EQ(caller.user.email, "Ada@Example.com");
  EXPECT_EQ(caller.user.name, "Ada Lovelace");
  EXPECT_EQ(caller.user.given_name, "Ada");
  EXPECT_EQ(caller.user.family_name, "Lovelace");

  const json::value info = json::parse(on.user_info("Bearer " + access).body.view());
  EXPECT_EQ(info, (json::object{{"sub", caller.user.id},
                                {"email", "Ada@Example.com"},
                                {"name", "Ada Lovelace"},
                                {"given_name", "Ada"},
                                {"family_name", "Lovelace"}}));
}

TEST(openid_provider, a_code_made_by_the_front_end_is_taken_as_the_original_took_it) {
  openid_stage on;
  // {"firstName":"Ada","lastName":"Lovelace","email":"ada@example.com"} in plain base64, padded.
  const std::string code =
      "eyJmaXJzdE5hbWUiOiJBZGEiLCJsYXN0TmFtZSI6IkxvdmVsYWNlIiwiZW1haWwiOiJhZGFAZXhhbXBsZS5jb20ifQ==";
  EXPECT_TRUE(on.tokens(on.token(openid_stage::exchange(code))).contains("access_token"));
}

TEST(openid_provider, codes_that_are_none_are_refused) {
  openid_stage on;
  for (const json::value& content :
       {json::value(json::object{{"firstName", "A"}, {"lastName", "B"}}), json::value(json::array{}),
        json::value(json::object{{"firstName", "A"}, {"lastName", "B"}, {"email", "no-at-sign"}}),
        json::value(json::object{{"firstName", "A\n"}, {"lastName", "B"}, {"email", "a@b"}}),
        json::value(json::object{{"firstName", 7}, {"lastName", "B"}, {"email", "a@b"}}),
        json::value(json::object{{"firstName", "A"}, {"lastName", "B"}, {"email", "a@b"}, {"expiresAt", "never"}})})
    EXPECT_EQ(openid_stage::error_in(on.token(openid_stage::exchange(to_base64url(json::serialize(content))))),
              "invalid_grant");
  for (const std::string& code : {std::string(), std::string("!"), std::string("e30"), std::string(10'000, 'A')})
    EXPECT_EQ(openid_stage::error_in(on.token(openid_stage::exchange(code))), "invalid_grant");
}

TEST(openid_provider, a_code_holds_for_a_minute_and_for_its_redirect_uri) {
  openid_stage on;
  const std::string code = on.code();
  auto elsewhere = openid_stage::exchange(code);
  elsewhere[2].second = "http://localhost:9999/other";
  EXPECT_EQ(openid_stage::error_in(on.token(elsewhere)), "invalid_grant");
  *on.time += 59s;
  on.tokens(on.token(openid_stage::exchange(code)));
  *on.time += 1s;
  EXPECT_EQ(openid_stage::error_in(on.token(openid_stage::exchange(code))), "invalid_grant");
}

TEST(openid_provider, a_challenge_has_to_be_answered) {
  openid_stage on;
  // The example of RFC 7636, appendix B.
  const std::string verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
                    challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
  for (const fields& sent : {fields{{"code_challenge", challenge}, {"code_challenge_method", "S256"}},
                             fields{{"code_challenge", verifier}, {"code_challenge_method", "plain"}},
                             fields{{"code_challenge", verifier}}}) {
    const std::string code = on.code(sent);
    EXPECT_EQ(openid_stage::error_in(on.token(openid_stage::exchange(code))), "invalid_grant");
    EXPECT_EQ(openid_stage::error_in(on.token(openid_stage::exchange(code, {{"code_verifier", challenge}}))),
              "invalid_grant");
    on.tokens(on.token(openid_stage::exchange(code, {{"code_verifier", verifier}})));
  }
  for (const fields& bad :
       {fields{{"code_challenge", challenge}, {"code_challenge_method", "S512"}},
        fields{{"code_challenge_method", "S256"}}, fields{{"code_challenge", std::string(129, 'a')}}})
    EXPECT_EQ(sent_back(on.log_in(openid_stage::person_and(bad)), "error"), "invalid_request");
}

TEST(openid_provider, a_refresh_token_gives_new_tokens_for_a_year_and_opens_nothing_else) {
  openid_stage on;
  const json::object first = on.tokens(on.token(openid_stage::exchange(on.code())));
  const std::string refresh(first.at("refresh_token").as_string());
  EXPECT_EQ(on.user_info("Bearer " + refresh).status, 401);
  EXPECT_THROW(static_cast<void>(on.identity.identify(on.ada.with(refresh))), tenon::error);
  EXPECT_EQ(openid_stage::error_in(on.renew(std::string(first.at("access_token").as_string()))), "invalid_grant");
  EXPECT_EQ(openid_stage::error_in(on.renew("")), "invalid_grant");

  *on.time += std::chrono::days(364);
  EXPECT_EQ(on.user_info("Bearer " + std::string(first.at("access_token").as_string())).status, 401);
  const json::object second = on.tokens(on.renew(refresh));
  const auto caller = on.identity.identify(on.ada.with(std::string_view(second.at("access_token").as_string())));
  EXPECT_EQ(caller.user.email, "Ada@Example.com");
  EXPECT_EQ(caller.user.name, "Ada Lovelace");
  *on.time += std::chrono::days(1);
  EXPECT_EQ(openid_stage::error_in(on.renew(refresh)), "invalid_grant");
  on.tokens(on.renew(std::string(second.at("refresh_token").as_string())));
}

TEST(openid_provider, the_token_endpoint_says_what_is_wrong_as_rfc_6749_has_it) {
  openid_stage on;
  EXPECT_EQ(openid_stage::error_in(on.token({{"client_id", "local-anode-client"}})), "unsupported_grant_type");
  EXPECT_EQ(openid_stage::error_in(on.token({{"client_id", "local-anode-client"}, {"grant_type", "password"}})),
            "unsupported_grant_type");
  const auto stranger = on.token({{"client_id", "other"}, {"grant_type", "refresh_token"}});
  EXPECT_EQ(openid_stage::error_in(stranger), "invalid_client");
  EXPECT_EQ(stranger.status, 401);
  EXPECT_EQ(openid_stage::error_in(on.token({{"a", "1"}, {"a", "2"}})), "invalid_request");
  EXPECT_EQ(header_of(stranger, "Cache-Control"), "no-store");
  on.headers = {{"Content-Type", "application/json"}};
  EXPECT_EQ(openid_stage::error_in(on.token(openid_stage::exchange("x"))), "invalid_request");
}

TEST(openid_provider, without_a_prompt_only_whoever_logged_in_before_gets_a_code) {
  openid_stage on;
  const auto silent = openid_stage::request({{"prompt", "none"}, {"state", "s"}});
  auto answer = on.ask(silent);
  EXPECT_EQ(answer.status, 303);
  EXPECT_EQ(sent_back(answer, "error"), "login_required");
  EXPECT_EQ(sent_back(answer, "state"), "s");
  on.log_in(openid_stage::person_and());
  answer = on.ask(silent);
  EXPECT_EQ(sent_back(answer, "error"), "");
  EXPECT_EQ(sent_back(answer, "state"), "s");
  const json::object got = on.tokens(on.token(openid_stage::exchange(sent_back(answer, "code"))));
  EXPECT_EQ(on.identity.identify(on.ada.with(std::string_view(got.at("access_token").as_string()))).user.name,
            "Ada Lovelace");
}

TEST(openid_provider, asks_on_a_page_that_needs_no_script_and_carries_the_request) {
  openid_stage on;
  const auto page = on.ask(openid_stage::request({{"state", "\"><script>alert('1')</script>&"}, {"nonce", "n"}}));
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.content_type.view(), "text/html; charset=utf-8");
  const std::string text(page.body.view());
  EXPECT_EQ(text.find("<script"), std::string::npos);
  EXPECT_NE(text.find("value=\"&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;\""), std::string::npos)
      << text;
  EXPECT_NE(text.find("<form method=\"post\" action=\"authorize\">"), std::string::npos);
  for (const char* name :
       {"firstName", "lastName", "email", "client_id", "redirect_uri", "response_type", "scope", "state", "nonce"})
    EXPECT_NE(text.find(" name=\"" + std::string(name) + "\""), std::string::npos) << name;
  EXPECT_NE(header_of(page, "Content-Security-Policy").find("frame-ancestors 'none'"), std::string::npos);
  EXPECT_EQ(header_of(page, "Cache-Control"), "no-store");
}

TEST(openid_provider, the_page_comes_filled_in_with_the_last_person_escaped) {
  openid_stage on;
  on.log_in(openid_stage::person_and({{"lastName", "<b>\"O'Hara"}}));
  const std::string text(on.ask(openid_stage::request()).body.view());
  EXPECT_NE(text.find("value=\"&lt;b&gt;&quot;O&#39;Hara\""), std::string::npos) << text;
  EXPECT_EQ(text.find("<b>"), std::string::npos);
}

TEST(openid_provider, a_person_that_cannot_be_is_asked_again_with_what_was_typed) {
  openid_stage on;
  for (const auto& [name, value] : fields{{"email", ""},
                                          {"email", "ada"},
                                          {"email", "@"},
                                          {"email", "a@b c"},
                                          {"email", std::string(260, 'a').append("@b")},
                                          {"firstName", std::string(101, 'a')},
                                          {"lastName", "a\nb"}}) {
    const auto page = on.log_in(openid_stage::person_and({{name, value}}));
    EXPECT_EQ(page.status, 400) << name << "=" << value;
    EXPECT_NE(page.body.view().find("role=\"alert\""), std::string_view::npos);
    EXPECT_NE(page.body.view().find("Lovelace") == std::string_view::npos, name != "lastName");
  }
  EXPECT_EQ(on.log_in(openid_stage::person_and({{"firstName", "\xff"}})).status, 400);
  EXPECT_EQ(sent_back(on.ask(openid_stage::request({{"prompt", "none"}})), "error"), "login_required")
      << "nobody was remembered";
}

TEST(openid_provider, names_may_be_left_out) {
  openid_stage on;
  const json::object got = on.tokens(on.token(openid_stage::exchange(on.code({{"firstName", ""}, {"lastName", ""}}))));
  EXPECT_EQ(on.identity.identify(on.ada.with(std::string_view(got.at("access_token").as_string()))).user.name,
            "Ada@Example.com");
}

TEST(openid_provider, nobody_is_led_away_from_this_machine) {
  openid_stage on;
  for (const auto& [name, value] : fields{{"redirect_uri", "http://localhost.evil.com/"},
                                          {"redirect_uri", ""},
                                          {"client_id", "other"},
                                          {"redirect_uri", "http://localhost/" + std::string(1000, 'a')}}) {
    for (const auto& answer :
         {on.ask(openid_stage::request({{name, value}})), on.log_in(openid_stage::person_and({{name, value}}))}) {
      EXPECT_EQ(answer.status, 400) << name << "=" << value;
      EXPECT_EQ(header_of(answer, "Location"), "");
      EXPECT_EQ(answer.body.view().find("evil.com"), std::string_view::npos);
    }
  }
  EXPECT_EQ(on.provider.authorize({.query = "client_id=a&client_id=b"}, on.env).status, 400);
  EXPECT_EQ(sent_back(on.ask(openid_stage::request({{"response_type", "token"}})), "error"),
            "unsupported_response_type");
}

TEST(openid_provider, pages_from_elsewhere_cannot_log_in_and_cannot_read_tokens) {
  openid_stage on;
  const std::string code = on.code();
  on.headers.push_back({"Origin", "https://evil.com"});
  EXPECT_TRUE(thrown_by([&] { return on.log_in(openid_stage::person_and()); }).starts_with("access_denied: "));
  EXPECT_TRUE(thrown_by([&] { return on.token(openid_stage::exchange(code)); }).starts_with("access_denied: "));
  EXPECT_EQ(header_of(openid_provider::preflight({.headers = on.headers}, on.env), "Access-Control-Allow-Origin"), "");
  on.headers.back().value = "http://localhost:5173";
  const auto answer = on.token(openid_stage::exchange(code));
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(header_of(answer, "Access-Control-Allow-Origin"), "http://localhost:5173");
  EXPECT_EQ(header_of(answer, "Vary"), "Origin");
  const auto may_call = openid_provider::preflight({.headers = on.headers}, on.env);
  EXPECT_EQ(may_call.status, 204);
  EXPECT_EQ(header_of(may_call, "Access-Control-Allow-Origin"), "http://localhost:5173");
  EXPECT_EQ(header_of(may_call, "Access-Control-Allow-Headers"), "Authorization, Content-Type");
}

TEST(openid_provider, user_info_without_a_good_token_is_401_and_says_so_in_the_header) {
  openid_stage on;
  for (const char* bad : {"", "Bearer ", "Bearer x", "Basic QTpC", "Bearerx"}) {
    const auto answer = on.user_info(bad);
    EXPECT_EQ(answer.status, 401) << bad;
    EXPECT_EQ(header_of(answer, "WWW-Authenticate"), "Bearer error=\"invalid_token\"");
  }
}

TEST(signing_key, is_made_at_the_first_use_and_then_stays) {
  openid_stage on;
  EXPECT_FALSE(signing_key(on.database).find()) << "not before";
  const std::string first = signing_key(on.database).get_or_make().to_pem();
  on.database.close();
  on.database.open(on.env.db);
  EXPECT_EQ(signing_key(on.database).get_or_make().to_pem(), first);
}

TEST(signing_key, programs_that_start_at_once_agree_on_one) {
  openid_stage on;
  database theirs(on.env.db);
  signing_key mine(on.database), other(theirs);
  // Making a pair takes so long that both have looked, found none and made one before the first is written.
  std::string made_there;
  std::thread there([&] { made_there = other.get_or_make().to_pem(); });
  const std::string made_here = mine.get_or_make().to_pem();
  there.join();
  EXPECT_EQ(made_here, made_there);
  EXPECT_EQ(signing_key(on.database).get_or_make().to_pem(), made_here);
}

TEST(signing_key, a_row_that_holds_no_key_says_what_to_do) {
  openid_stage on;
  setting_store(on.database).put("local_oidc_pem", "-----BEGIN nothing");
  const std::string said = thrown_by([&] { return on.provider.key_set(); });
  EXPECT_TRUE(said.starts_with("server_misconfigured: ")) << said;
  EXPECT_NE(said.find("Delete the row"), std::string::npos);
}

TEST(identity_provider, a_token_of_another_deployment_is_refused) {
  openid_stage here, there;
  const json::object got = there.tokens(there.token(openid_stage::exchange(there.code())));
  const std::string token(got.at("access_token").as_string());
  EXPECT_TRUE(thrown_by([&] { return here.identity.identify(here.ada.with(token)); }).starts_with("wrong_signature: "));
  here.code();
  static_cast<void>(here.provider.key_set());
  EXPECT_TRUE(thrown_by([&] { return here.identity.identify(here.ada.with(token)); }).starts_with("wrong_signature: "));
}

TEST(login, is_refused_with_what_to_do_by_a_server_that_cannot_know_its_address) {
  openid_stage on;
  const std::string code = on.code();
  on.env.auth_issuer = "";
  const auto refuses = [](auto&& operation) {
    const std::string said = thrown_by(operation);
    EXPECT_TRUE(said.starts_with("server_misconfigured: The address of this server is not known")) << said;
    EXPECT_NE(said.find("AUTH_ISSUER"), std::string::npos);
    EXPECT_NE(said.find("http.port"), std::string::npos);
  };
  refuses([&] { return on.provider.configuration(on.env); });
  refuses([&] { return on.ask(openid_stage::request()); });
  refuses([&] { return on.log_in(openid_stage::person_and()); });
  refuses([&] { return on.token(openid_stage::exchange(code)); });
}

}  // namespace tenon_local
