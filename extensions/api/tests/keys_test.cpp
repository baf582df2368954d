// The routes about keys, over an implementation that can do everything and over one that can do the least.
#include <gtest/gtest.h>

#include <string>

#include "stage.hpp"

namespace {

using tenon::method;

const std::string first_key =
    R"({"id":"1","userId":"ada","scopes":["runt:read"],"expiresAt":"2099-01-01T00:00:00.000Z",)"
    R"("userGenerated":true,"revoked":false})";
const std::string not_authorized = R"({"error":"Unauthorized","message":"Missing or invalid auth token"})";

// A provider's error on the wire.
std::string failure(std::string_view type, std::string_view message) {
  return std::string(R"({"type":")").append(type).append(R"(","message":")").append(message).append(R"(","data":{}})");
}
std::string scope_missing(const std::string& name) {
  return failure("access_denied", "This operation requires the scope " + name +
                                      ", which the token does not have. Use a token with " + name);
}

// Hands out keys of others, whatever it is asked.
struct careless {
  static constexpr auto manifest = tenon::manifest{.name = "careless", .version = "1.0.0"};
  struct provider : tenon::testing::full_api_key_provider_archetype {
    using full_api_key_provider_archetype::full_api_key_provider_archetype;
    int changes = 0;
    tenon::api_key get_api_key(const tenon::authenticated_provider_context&, std::string_view) {
      return {.id = "1", .user_id = "grace", .scopes = {}};
    }
    void revoke_api_key(const tenon::authenticated_provider_context&, std::string_view) { ++changes; }
    void delete_api_key(const tenon::authenticated_provider_context&, std::string_view) { ++changes; }
  };
  provider api_key{now_of_system};
};

// Fails as no provider may.
struct broken {
  static constexpr auto manifest = tenon::manifest{.name = "broken", .version = "1.0.0"};
  struct provider {
    static constexpr tenon::api_key_capabilities capabilities{tenon::api_key_capability::revoke,
                                                              tenon::api_key_capability::delete_};
    [[noreturn]] static void fail() { throw std::runtime_error("disk \"full\""); }
    bool is_api_key(const tenon::provider_context& ctx) { return ctx.bearer_token && *ctx.bearer_token != "ada"; }
    tenon::passport validate_api_key(const tenon::provider_context& ctx) {
      if (*ctx.bearer_token == "unset") throw tenon::error(tenon::error_type::server_misconfigured, "nothing is set");
      fail();
    }
    std::string create_api_key(const tenon::authenticated_provider_context&, const tenon::create_api_key_request&) {
      fail();
    }
    tenon::api_key get_api_key(const tenon::authenticated_provider_context&, std::string_view id) {
      if (id == "thrown") throw 7;
      if (id == "told")
        throw tenon::error(tenon::error_type::unknown,
                           {.message = "Failed to get the api key from the database",
                            .debug = R"({"file":"keys.db"})",
                            .cause = std::make_exception_ptr(std::runtime_error("disk full"))});
      if (id == "mine") return {.id = "mine", .user_id = "ada", .scopes = {}};
      fail();
    }
    std::vector<tenon::api_key> list_api_keys(const tenon::authenticated_provider_context&,
                                              const tenon::list_api_keys_request&) {
      fail();
    }
    void revoke_api_key(const tenon::authenticated_provider_context&, std::string_view) { fail(); }
    void delete_api_key(const tenon::authenticated_provider_context&, std::string_view) { fail(); }
    std::string key_set(const tenon::provider_context&, std::string_view) { fail(); }
  };
  provider api_key;
};

}  // namespace

TEST(keys, one_is_made_listed_read_used_and_revoked) {
  stage<rich> server;
  const answer made = server.post(key_wanted, "ada");
  EXPECT_EQ(made.status, 200);
  EXPECT_EQ(made.body, R"({"api_key":"archetype-key-1"})");
  EXPECT_EQ(server.get("/api/api-keys", "ada").body, "[" + first_key + "]");
  EXPECT_EQ(server.get("/api/api-keys/1", "ada").body, first_key);
  EXPECT_EQ(server.get("/api/me", "archetype-key-1").status, 200);
  const answer revoked = server.patch("1", "ada");
  EXPECT_EQ(revoked.status, 200);
  EXPECT_EQ(revoked.body, first_key.substr(0, first_key.size() - 6) + "true}");
  EXPECT_EQ(server.get("/api/api-keys/1/.well-known/jwks.json").status, 404);
}

TEST(keys, one_with_resources_and_a_name_is_shown_with_them) {
  stage<rich> server;
  static_cast<void>(server.post(
      R"({"scopes":["runt:execute"],"expiresAt":"2099-01-01T00:00:00Z","userGenerated":false,"name":"n\"ö",)"
      R"("resources":[{"id":"7","type":"notebook"}]})",
      "ada"));
  EXPECT_EQ(server.get("/api/api-keys/1", "ada").body,
            R"({"id":"1","userId":"ada","scopes":["runt:execute"],"resources":[{"id":"7","type":"notebook"}],)"
            R"("expiresAt":"2099-01-01T00:00:00.000Z","name":"n\"ö","userGenerated":false,"revoked":false})");
}

TEST(keys, a_deleted_one_is_gone) {
  stage<rich> server;
  static_cast<void>(server.post(key_wanted, "ada"));
  const answer deleted = server.remove("1", "ada");
  EXPECT_EQ(deleted.status, 204);
  EXPECT_EQ(deleted.body, "");
  EXPECT_EQ(server.get("/api/api-keys", "ada").body, "[]");
  EXPECT_EQ(server.remove("1", "ada").status, 404);
}

TEST(keys, nobody_who_is_unknown_gets_at_them) {
  stage<rich> server;
  for (const std::string_view token : {"", "eve"})
    for (const answer& refused :
         {server.get("/api/api-keys", token), server.get("/api/api-keys/1", token), server.post(key_wanted, token),
          server.patch("1", token), server.remove("1", token), server.get("/api/me", token)}) {
      EXPECT_EQ(refused.status, 401);
      EXPECT_EQ(refused.body, not_authorized);
      EXPECT_EQ(refused.header("WWW-Authenticate"), "Bearer;");
    }
}

TEST(keys, a_key_makes_no_key) {
  stage<rich> server;
  for (const std::string_view token : {"plain key", "reader", "runner"}) {
    const answer refused = server.post("not even json", token);
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(refused.body, R"({"error":"Authentication method not allowed",)"
                            R"("message":"This operation requires OAuth authentication, not API key"})");
  }
}

TEST(keys, the_administrator_has_some_of_its_own) {
  stage<rich> server;
  EXPECT_EQ(server.post(key_wanted, "admin").status, 200);
  static_cast<void>(server.post(key_wanted, "ada"));
  EXPECT_NE(server.get("/api/api-keys", "admin").body.find(R"("id":"1","userId":"administrator")"), std::string::npos);
  EXPECT_EQ(server.get("/api/api-keys/2", "admin").status, 404) << "keys of others are the provider's to guard";
  EXPECT_EQ(server.patch("1", "admin").status, 200) << "whatever the scopes are";
}

TEST(keys, reading_needs_the_scope_to_read) {
  stage<rich> server;
  static_cast<void>(server.post(key_wanted, "ada"));
  for (const std::string_view target : {"/api/api-keys", "/api/api-keys/1", "/api/me"}) {
    for (const std::string_view token : {"runner", "nobody's"}) {
      EXPECT_EQ(server.get(target, token).status, 403) << target;
      EXPECT_EQ(server.get(target, token).body, scope_missing("runt:read"));
    }
    for (const std::string_view token : {"reader", "plain key", "ada"})
      EXPECT_EQ(server.get(target, token).status, 200) << target;
  }
}

TEST(keys, changing_one_needs_the_scope_to_execute) {
  stage<rich> server;
  static_cast<void>(server.post(key_wanted, "ada"));
  for (const std::string_view token : {"reader", "nobody's"}) {
    EXPECT_EQ(server.patch("1", token).body, scope_missing("runt:execute"));
    EXPECT_EQ(server.remove("1", token).body, scope_missing("runt:execute"));
    EXPECT_EQ(server.remove("1", token).status, 403);
  }
  EXPECT_NE(server.get("/api/api-keys/1", "ada").body.find(R"("revoked":false)"), std::string::npos);
  EXPECT_EQ(server.patch("1", "runner").status, 200);
  EXPECT_EQ(server.remove("1", "runner").status, 204);
}

TEST(keys, somebody_elses_cannot_be_told_from_none) {
  stage<rich> server;
  static_cast<void>(server.post(key_wanted, "ada"));
  const std::string missing = failure("not_found", "no such key");
  for (const answer& refused : {server.get("/api/api-keys/1", "grace"), server.patch("1", "grace"),
                                server.remove("1", "grace"), server.get("/api/api-keys/99", "grace")}) {
    EXPECT_EQ(refused.status, 404);
    EXPECT_EQ(refused.body, missing);
  }
  EXPECT_EQ(server.get("/api/api-keys", "grace").body, "[]");
}

TEST(keys, somebody_elses_are_not_let_through_where_a_provider_hands_them_out) {
  stage<careless> server;
  const std::string refusal = failure("access_denied", "API key does not belong to authenticated user");
  for (const answer& refused :
       {server.get("/api/api-keys/1", "ada"), server.patch("1", "ada"), server.remove("1", "ada")}) {
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(refused.body, refusal);
  }
  EXPECT_EQ(server.implementation().api_key.changes, 0);
  EXPECT_EQ(server.get("/api/api-keys/1", "grace").status, 200);
}

TEST(keys, are_revoked_by_saying_so) {
  stage<rich> server;
  static_cast<void>(server.post(key_wanted, "ada"));
  for (const std::string_view body :
       {"{}", R"({"revoked":false})", R"({"revoked":"true"})", R"({"revoked":1})", R"({"revoke":true})"}) {
    EXPECT_EQ(server.patch("1", "ada", body).body,
              failure("invalid_request", "Request body must contain { revoked: true }"));
    EXPECT_EQ(server.patch("1", "ada", body).status, 400);
  }
  EXPECT_EQ(server.patch("1", "ada", "").status, 400);
  EXPECT_EQ(server.patch("1", "ada", "[true]").body,
            R"({"type":"invalid_request","message":"Request body must be a valid JSON object",)"
            R"("data":{"reason":"the JSON value is not an object"}})");
  EXPECT_EQ(server.get("/api/api-keys/1", "ada").body, first_key);
  EXPECT_EQ(server.patch("1", "ada", R"({"revoked":true,"note":"lost"})").status, 200);
}

TEST(keys, are_listed_by_pages) {
  stage<rich> server;
  for (int i = 0; i < 3; ++i) static_cast<void>(server.post(key_wanted, "ada"));
  const std::string second = R"([{"id":"2",)";
  EXPECT_TRUE(server.get("/api/api-keys?limit=1&offset=1", "ada").body.starts_with(second));
  EXPECT_EQ(server.get("/api/api-keys?offset=3", "ada").body, "[]");
  EXPECT_EQ(server.get("/api/api-keys?limit=0", "ada").body,
            failure("invalid_request", "limit must be a number between 1 and 100"));
  EXPECT_EQ(server.get("/api/api-keys?offset=-1", "ada").status, 400);
}

TEST(keys, a_provider_without_capabilities_refuses_by_itself) {
  stage<poor> server;
  EXPECT_EQ(server.post(key_wanted, "ada").status, 200);
  const auto refusal = [](std::string_view message) { return failure("capability_not_available", message); };
  EXPECT_EQ(server.patch("1", "ada").body, refusal("Revoke capability is not supported"));
  EXPECT_EQ(server.patch("1", "ada").status, 400);
  EXPECT_EQ(server.remove("1", "ada").body, refusal("delete capability is not supported"));
  const std::string with_resources = key_wanted.substr(0, key_wanted.size() - 1) + R"(,"resources":[]})";
  EXPECT_EQ(server.post(with_resources, "ada").body, refusal("Creating api keys with resources is not supported"));
  EXPECT_EQ(server.get("/api/api-keys", "ada").body, "[" + first_key + "]");
  const answer no_set = server.get("/api/api-keys/1/.well-known/jwks.json");
  EXPECT_EQ(no_set.status, 404);
  EXPECT_EQ(no_set.body, failure("not_found", "The JWKS endpoint is not available for this provider"));
}

TEST(keys, anybody_may_ask_for_their_public_halves) {
  stage<rich> server;
  static_cast<void>(server.post(key_wanted, "ada"));
  EXPECT_EQ(server.get("/api/api-keys/1/.well-known/jwks.json").body, R"({"keys":[]})");
  EXPECT_EQ(server.get("/api/api-keys/2/.well-known/jwks.json").body, failure("not_found", "no such key"));
}

TEST(keys, a_page_can_ask_what_can_be_done_with_them) {
  EXPECT_EQ(stage<rich>().get("/api/api-keys/capabilities").body,
            R"({"capabilities":["revoke","delete","create_with_resources","list_keys_paginated"]})");
  EXPECT_EQ(stage<poor>().get("/api/api-keys/capabilities").body, R"({"capabilities":[]})");
}

TEST(keys, what_a_provider_throws_besides_is_logged_and_not_told) {
  stage<broken> server;
  const auto told = [](std::string_view verb) {
    return std::string(R"({"error":"Internal Server Error","message":"Failed to )")
        .append(verb)
        .append(R"( API key"})");
  };
  EXPECT_EQ(server.post(key_wanted, "ada").body, told("create"));
  EXPECT_EQ(server.get("/api/api-keys", "ada").body, told("list"));
  EXPECT_EQ(server.get("/api/api-keys/1", "ada").body, told("retrieve"));
  EXPECT_EQ(server.get("/api/api-keys/1", "ada").status, 500);
  EXPECT_EQ(server.patch("mine", "ada").body, told("revoke"));
  EXPECT_EQ(server.remove("mine", "ada").body, told("delete"));
  EXPECT_EQ(server.get("/api/api-keys/thrown", "ada").body, told("retrieve"));
  EXPECT_EQ(server.get("/api/api-keys/1/.well-known/jwks.json").body, told("retrieve"));
  ASSERT_FALSE(server.log().empty());
  EXPECT_EQ(server.log().back(), "error api: GET /api/api-keys/1/.well-known/jwks.json failed: disk \"full\"");
  EXPECT_EQ(server.logged_requests().back(), "00000000-0");
}

TEST(keys, what_a_provider_says_of_its_own_failure_is_answered_and_logged_whole) {
  stage<broken> server;
  const answer told = server.get("/api/api-keys/told", "ada");
  EXPECT_EQ(told.status, 500);
  EXPECT_EQ(told.body, failure("unknown", "Failed to get the api key from the database"));
  EXPECT_EQ(server.log().back(),
            "error api: GET /api/api-keys/told failed: unknown: Failed to get the api key from the database, "
            "debug {\"file\":\"keys.db\"}, caused by: disk full");
  stage<broken> debugging({.debug = true});
  EXPECT_NE(debugging.get("/api/api-keys/told", "ada").body.find(R"("debug":{)"), std::string::npos);
}

TEST(keys, a_provider_that_fails_over_a_token_turns_nobody_away) {
  stage<broken> server;
  const answer failed = server.get("/api/api-keys", "lost");
  EXPECT_EQ(failed.status, 500);
  EXPECT_EQ(failed.body, R"({"error":"Internal Server Error","message":"Failed to list API key"})");
  EXPECT_EQ(server.log().back(), "error api: GET /api/api-keys failed: disk \"full\"");
  const answer told = server.get("/api/me", "unset");
  EXPECT_EQ(told.status, 500);
  EXPECT_EQ(told.body, failure("server_misconfigured", "nothing is set"));
  EXPECT_EQ(server.log().back(), "error api: GET /api/me failed: server_misconfigured: nothing is set");
}

TEST(keys, ids_that_no_key_can_have_are_not_found) {
  stage<rich> server;
  for (const std::string_view id : {"%00", "%ff%fe", "..%2f..", "1%27%20OR%201=1", "%7B%7D"})
    EXPECT_EQ(server.get("/api/api-keys/" + std::string(id), "ada").status, 404) << id;
  EXPECT_EQ(server.get("/api/api-keys/" + std::string(8000, '7'), "ada").status, 404);
}
