// A person logs in by the OpenID provider of the implementation `local`, and makes a key.
#include <gtest/gtest.h>

#include "stage.hpp"
#include "tenon/testing/free_port.hpp"

using namespace backend_test;

namespace {

const std::string form = "application/x-www-form-urlencoded";
const std::string asked =
    "client_id=local-anode-client&redirect_uri=http%3A%2F%2Flocalhost%3A5173%2Foidc&response_type=code&"
    "scope=openid%20profile%20email&state=s%2F1&nonce=n1&code_challenge=a-verifier-of-at-least-43-characters-"
    "0123456789&"
    "code_challenge_method=plain";

std::string parameter(const std::string& url, const std::string& name) {
  const std::size_t at = url.find(name + "=");
  if (at == std::string::npos) return {};
  return url.substr(at + name.size() + 1, url.find('&', at) - at - name.size() - 1);
}

}  // namespace

TEST(login, leads_from_a_form_to_a_key) {
  const data_directory data;
  const server running(data);
  const std::string issuer = "http://localhost:8080/local_oidc";
  EXPECT_EQ(member(running.get("/local_oidc/.well-known/openid-configuration"), "issuer"), issuer);

  const answer page = running.get("/local_oidc/authorize?" + asked);
  EXPECT_EQ(page.status, 200);
  EXPECT_NE(page.body.find("<form"), std::string::npos);

  const answer sent_back = running.ask({.method = "POST",
                                        .target = "/local_oidc/authorize",
                                        .body = asked + "&firstName=Ada&lastName=Lovelace&email=ada%40example.com",
                                        .content_type = form});
  ASSERT_EQ(sent_back.status, 303) << sent_back.body;
  const std::string location = sent_back.header("Location");
  EXPECT_TRUE(location.starts_with("http://localhost:5173/oidc?")) << location;
  EXPECT_EQ(parameter(location, "state"), "s/1");

  const std::string exchange =
      "grant_type=authorization_code&client_id=local-anode-client&"
      "redirect_uri=http%3A%2F%2Flocalhost%3A5173%2Foidc&code=" +
      parameter(location, "code") + "&code_verifier=";
  const answer unproven = running.ask(
      {.method = "POST", .target = "/local_oidc/token", .body = exchange + "guessed", .content_type = form});
  EXPECT_EQ(unproven.status, 400);
  const answer tokens = running.ask({.method = "POST",
                                     .target = "/local_oidc/token",
                                     .body = exchange + "a-verifier-of-at-least-43-characters-0123456789",
                                     .content_type = form});
  ASSERT_EQ(tokens.status, 200) << tokens.body;
  const std::string access = member(tokens, "access_token"), refresh = member(tokens, "refresh_token");

  EXPECT_EQ(member(running.get("/local_oidc/userinfo", access), "email"), "ada@example.com");
  const answer me = running.get("/api/me", access);
  EXPECT_EQ(me.status, 200);
  EXPECT_EQ(member(me, "name"), "Ada Lovelace");
  EXPECT_EQ(member(me, "givenName"), "Ada");
  EXPECT_EQ(running.get("/api/me", refresh).status, 401) << "a refresh token opens nothing";

  const std::string key = running.key(access, R"("scopes":["runt:read"])");
  EXPECT_EQ(member(running.get("/api/me", key), "id"), member(me, "id"));
  EXPECT_EQ(ids_in(running.get("/api/api-keys", key)).size(), 1U);
  EXPECT_TRUE(ids_in(running.get("/api/api-keys", data.administrator_token())).empty()) << "that is somebody else";

  const answer renewed =
      running.ask({.method = "POST",
                   .target = "/local_oidc/token",
                   .body = "grant_type=refresh_token&client_id=local-anode-client&refresh_token=" + refresh,
                   .content_type = form});
  EXPECT_EQ(renewed.status, 200) << renewed.body;
  EXPECT_EQ(running.get("/api/me", member(renewed, "access_token")).status, 200);
}

TEST(issuer, is_the_address_of_the_port_where_nobody_states_another) {
  const data_directory data;
  const server running(data, local, tenon::testing::free_port(), {}, no_address);
  ASSERT_NE(running.port(), 0);
  const std::string root = "http://localhost:" + std::to_string(running.port());
  const answer told = running.get("/local_oidc/.well-known/openid-configuration");
  EXPECT_EQ(member(told, "issuer"), root + "/local_oidc");
  EXPECT_EQ(member(told, "token_endpoint"), root + "/local_oidc/token");
  EXPECT_EQ(running.get("/api/me", running.key(data.administrator_token())).status, 200);
}

TEST(issuer, that_cannot_be_known_is_said_at_the_start_and_refuses_what_would_bear_it) {
  const data_directory data;
  server running(data, local, 0, {}, no_address);
  ASSERT_NE(running.port(), 0);
  EXPECT_NE(running.process().output().find("Set the environment variable AUTH_ISSUER"), std::string::npos)
      << running.process().output();
  for (const answer& refused :
       {running.get("/local_oidc/.well-known/openid-configuration"), running.get("/local_oidc/authorize?" + asked),
        running.create(data.administrator_token())}) {
    EXPECT_EQ(refused.status, 500);
    EXPECT_EQ(member(refused, "type"), "server_misconfigured") << refused.body;
    EXPECT_NE(member(refused, "message").find("AUTH_ISSUER"), std::string::npos);
  }
  EXPECT_EQ(running.get("/api/me", data.administrator_token()).status, 200) << "what bears no address works";
  EXPECT_EQ(running.get("/api/me", "somebody's").status, 401);

  child check({std::string(local), "check", "--data-dir", (data.path() / "other").string(), "--set", "http.port=0"},
              no_address);
  EXPECT_EQ(check.wait(), 0) << check.output();
  EXPECT_NE(check.output().find("AUTH_ISSUER"), std::string::npos) << check.output();
}
