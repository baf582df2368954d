// Keys from the first start to their end, by the means of a user: a binary, a file with a token, HTTP.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "stage.hpp"

using namespace backend_test;

TEST(backend, keeps_the_administrators_token_for_its_owner_alone) {
  const data_directory data;
  const server running(data);
  ASSERT_NE(running.port(), 0);
  struct stat facts{};
  ASSERT_EQ(::stat((data.path() / "admin.token").c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777U, 0600U);
  const answer me = running.get("/api/me", data.administrator_token());
  EXPECT_EQ(me.status, 200);
  EXPECT_EQ(member(me, "id"), "administrator");
}

TEST(backend, makes_lists_uses_and_revokes_a_key) {
  const data_directory data;
  const server running(data);
  const std::string admin = data.administrator_token();
  const std::string key = running.key(admin, R"("scopes":["runt:read","runt:execute"],"name":"laptop")");
  ASSERT_FALSE(key.empty());

  const answer listed = running.get("/api/api-keys", key);
  EXPECT_EQ(listed.status, 200);
  EXPECT_EQ(listed.header("Cache-Control"), "no-cache, no-store, must-revalidate");
  const std::vector<std::string> ids = ids_in(listed);
  ASSERT_EQ(ids.size(), 1U);
  EXPECT_EQ(member(running.get("/api/api-keys/" + ids[0], key), "name"), "laptop");
  EXPECT_EQ(member(running.get("/api/me", key), "email"), "administrator@localhost");
  EXPECT_EQ(running.create(key).status, 403) << "a key makes no key";

  const std::string key_set = "/api/api-keys/" + ids[0] + "/.well-known/jwks.json";
  EXPECT_EQ(running.get(key_set).status, 200);
  const answer deleted = running.ask({.method = "DELETE", .target = "/api/api-keys/" + ids[0], .token = key});
  EXPECT_EQ(deleted.status, 400);
  EXPECT_EQ(member(deleted, "message"), "delete capability is not supported");

  const answer revoked = running.ask(
      {.method = "PATCH", .target = "/api/api-keys/" + ids[0], .token = key, .body = R"({"revoked":true})"});
  // It revokes itself, and that is its last deed.
  EXPECT_EQ(revoked.status, 200);
  EXPECT_NE(revoked.body.find(R"("revoked":true)"), std::string::npos);
  EXPECT_EQ(running.get("/api/me", key).status, 401);
  EXPECT_EQ(running.get(key_set).status, 404);
  EXPECT_EQ(running.get("/api/api-keys/" + ids[0], admin).status, 200) << "for whoever looks back";
}

TEST(backend, knows_its_keys_after_a_restart) {
  const data_directory data;
  std::string key;
  {
    server running(data);
    key = running.key(data.administrator_token());
    running.process().signal(SIGTERM);
    EXPECT_EQ(running.process().wait(), 0);
  }
  const server again(data);
  EXPECT_EQ(again.get("/api/me", key).status, 200);
}

TEST(backend, lets_nobody_in_with_a_token_that_is_bent) {
  const data_directory data;
  const server running(data);
  const std::string key = running.key(data.administrator_token());
  const std::size_t first = key.find('.'), second = key.rfind('.');
  ASSERT_LT(first, second);
  // {"alg":"none"}, {"alg":"HS256"}, an empty signature, the signature of nothing, half a token.
  for (const std::string& bent :
       {"eyJhbGciOiJub25lIn0" + key.substr(first, second - first + 1), "eyJhbGciOiJIUzI1NiJ9" + key.substr(first),
        key.substr(0, second + 1), key.substr(0, second), key.substr(0, first), key + "A", std::string("."),
        std::string("0123456789abcdef"), data.administrator_token().substr(1)}) {
    const answer refused = running.get("/api/me", bent);
    EXPECT_EQ(refused.status, 401) << bent;
    EXPECT_EQ(refused.body, R"({"error":"Unauthorized","message":"Missing or invalid auth token"})");
  }
  // The key of another server, whose issuer is the same.
  const data_directory elsewhere;
  const server other(elsewhere);
  EXPECT_EQ(running.get("/api/me", other.key(elsewhere.administrator_token())).status, 401);
  EXPECT_EQ(running.get("/api/me", key).status, 200);
}

TEST(backend, holds_a_key_to_its_scopes) {
  const data_directory data;
  const server running(data);
  const std::string reader = running.key(data.administrator_token(), R"("scopes":["runt:read"])");
  const std::string runner = running.key(data.administrator_token(), R"("scopes":["runt:execute"])");
  const std::string id = ids_in(running.get("/api/api-keys", reader)).at(0);
  const ask revocation{.method = "PATCH", .target = "/api/api-keys/" + id, .token = {}, .body = R"({"revoked":true})"};
  ask wanted = revocation;
  wanted.token = reader;
  EXPECT_EQ(running.ask(wanted).status, 403);
  EXPECT_EQ(running.get("/api/api-keys", runner).status, 403);
  wanted.token = runner;
  EXPECT_EQ(running.ask(wanted).status, 200);
}

TEST(backend, survives_bodies_that_are_no_json) {
  const data_directory data;
  const server running(data);
  const std::string admin = data.administrator_token();
  for (const std::string& body : {std::string("{"), std::string(200'000, '['), std::string("{\"scopes\":\"\xff\"}"),
                                  "{\"a\":" + std::string(900'000, '-') + "}", std::string("\0\0", 2)}) {
    const answer refused = running.ask({.method = "POST", .target = "/api/api-keys", .token = admin, .body = body});
    EXPECT_EQ(refused.status, 400) << body.substr(0, 20);
    EXPECT_EQ(member(refused, "message"), "Request body must be a valid JSON object") << refused.body;
  }
  EXPECT_EQ(
      running.ask({.method = "POST", .target = "/api/api-keys", .token = admin, .body = std::string(2'000'000, ' ')})
          .status,
      413);
  EXPECT_EQ(running.get("/healthz").status, 200);
}

TEST(backend, without_a_provider_says_so) {
  const data_directory data;
  const server running(data, none);
  ASSERT_NE(running.port(), 0);
  const std::string admin = data.administrator_token();
  for (const answer& refused :
       {running.create(admin), running.get("/api/api-keys", admin), running.get("/api/api-keys/1", admin)}) {
    EXPECT_EQ(refused.status, 400);
    EXPECT_EQ(member(refused, "type"), "capability_not_available");
  }
  EXPECT_EQ(running.get("/api/me", admin).status, 200);
  EXPECT_EQ(running.get("/api/api-keys/capabilities").body, R"({"capabilities":[]})");
  EXPECT_NE(running.get("/api/health").body.find(R"("service_provider":"none")"), std::string::npos);
  EXPECT_EQ(running.get("/local_oidc/.well-known/openid-configuration").status, 404);
}
