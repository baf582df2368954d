// The API keys of the stand-alone implementation: what only they promise, besides the laws of every provider.
#include <gtest/gtest.h>
#include <unistd.h>

#include <boost/json.hpp>

#include "../keys/key_issuer.hpp"
#include "../keys/local_api_key_provider.hpp"
#include "../token/iso_time.hpp"
#include "../token/uuid.hpp"
#include "child_process.hpp"
#include "stage.hpp"

namespace tenon_local {

namespace {

namespace json = boost::json;
using namespace std::chrono_literals;

const std::string issuer = "http://localhost:8080/api/api-keys";

struct key_stage : stage {
  local_api_key_provider provider{database, clock()};

  tenon::create_api_key_request request() const {
    return {.scopes = {tenon::scope::read}, .expires_at = *time + 1h + 999ms, .name = "mine"};
  }
  std::string make() { return provider.create_api_key(ada.known(), request()); }
  std::string validate(std::string_view token) {
    return thrown_by([&] { return provider.validate_api_key(ada.with(token)); });
  }
  // A token for a stored key, signed with a pair that the test knows: the table gets the public half.
  std::string forge(const std::function<void(json::object& claims)>& bend) {
    const rsa_key& pair = test_pair();
    const std::string kid = make_uuid_v7(*time);
    key_store(database).insert({.key = {.id = kid, .user_id = "ada", .scopes = {}, .expires_at = *time + 1h},
                                .jwk = json::serialize(pair.public_jwk(kid))});
    json::object claims{{"iss", issuer + "/" + kid}, {"sub", "ada"},        {"email", "ada@example.com"},
                        {"aud", "api-keys"},         {"ver", "japikey-v1"}, {"exp", to_seconds(*time + 1h)}};
    bend(claims);
    return sign_jwt(claims, kid, pair);
  }
  static const rsa_key& test_pair() {
    static const rsa_key made = rsa_key::generate();
    return made;
  }
};

void nothing(json::object&) {}

}  // namespace

TEST(key_issuer, stands_below_the_root_of_the_openid_issuer) {
  EXPECT_EQ(key_issuer_from("http://localhost:8080/local_oidc"), "http://localhost:8080/api/api-keys");
  EXPECT_EQ(key_issuer_from("https://dev.example.com/a/local_oidc"), "https://dev.example.com/a/api/api-keys");
  for (const char* other :
       {"", "/local_oidc", "http:///local_oidc", "http:///local_oidc/local_oidc", "https://accounts.example.com",
        "http://localhost:8080/local_oidc/", "ftp://localhost/local_oidc"})
    EXPECT_EQ(key_issuer_from(other), std::nullopt) << other;
}

TEST(api_key_token, says_what_the_original_says) {
  key_stage on;
  const auto token = decode_jwt(on.make());
  ASSERT_TRUE(token);
  EXPECT_TRUE(is_uuid(token->kid));
  EXPECT_EQ(token->kid[14], '7');
  EXPECT_EQ(token->text("iss"), issuer + "/" + token->kid);
  EXPECT_EQ(token->text("sub"), "ada");
  EXPECT_EQ(token->text("email"), "ada@example.com");
  EXPECT_EQ(token->text("aud"), "api-keys");
  EXPECT_EQ(token->text("ver"), "japikey-v1");
  EXPECT_EQ(token->claims.at("iat"), to_seconds(*on.time));
  EXPECT_EQ(token->claims.at("exp"), to_seconds(*on.time + 1h)) << "rounded down";
  EXPECT_EQ(token->claims.at("scopes"), json::array{"runt:read"});
}

TEST(api_key_token, verifies_with_the_key_set_that_is_published_for_it) {
  key_stage on;
  const std::string token = on.make();
  const auto read = decode_jwt(token);
  const json::value set = json::parse(on.provider.key_set(on.ada.with({}), read->kid));
  const json::array& keys = set.at("keys").as_array();
  ASSERT_EQ(keys.size(), 1U);
  const auto key = rsa_key::from_jwk(keys[0].as_object());
  ASSERT_TRUE(key);
  EXPECT_EQ(keys[0].at("kid").as_string(), read->kid);
  EXPECT_TRUE(read->is_signed_by(*key));
  EXPECT_EQ(on.validate(token), "nothing");
}

TEST(api_key_token, the_private_half_is_not_in_the_database) {
  key_stage on;
  const std::string kid(decode_jwt(on.make())->kid);
  const auto stored = key_store(on.database).find(kid);
  ASSERT_TRUE(stored);
  for (const char* secret : {"\"d\"", "\"p\"", "\"q\"", "PRIVATE"})
    EXPECT_EQ(stored->jwk.find(secret), std::string::npos);
}

TEST(api_key_provider, every_key_has_a_pair_of_its_own) {
  key_stage on;
  const auto a = decode_jwt(on.make()), b = decode_jwt(on.make());
  EXPECT_NE(key_store(on.database).find(a->kid)->jwk, key_store(on.database).find(b->kid)->jwk);
}

TEST(api_key_provider, a_key_of_one_is_no_signature_for_another) {
  key_stage on;
  const std::string first = on.make(), second = on.make();
  // The claims of the second with the signature of the first.
  const std::string mixed = second.substr(0, second.rfind('.')) + first.substr(first.rfind('.'));
  EXPECT_EQ(on.validate(mixed), "invalid_token: The signature of the API key does not hold");
}

TEST(api_key_provider, recognises_by_issuer_key_id_and_version_alone) {
  key_stage on;
  const std::string kid = make_uuid_v7(*on.time);
  const auto recognised = [&](const json::object& claims, std::string_view header_kid) {
    return on.provider.is_api_key(on.ada.with(sign_jwt(claims, header_kid, key_stage::test_pair())));
  };
  const json::object good{{"iss", issuer + "/" + kid}, {"ver", "japikey-v1"}};
  EXPECT_TRUE(recognised(good, kid)) << "valid or not";
  EXPECT_FALSE(recognised(good, make_uuid_v7(*on.time)));
  for (const auto& iss : {issuer, issuer + "/", issuer + "/not-a-uuid", issuer + kid, "https://evil.com/" + kid,
                          issuer + "/x/" + kid, std::string()})
    EXPECT_FALSE(recognised({{"iss", iss}, {"ver", "japikey-v1"}}, kid)) << iss;
  for (const char* version :
       {"", "japikey-v", "japikey-v2", "japikey-v001x", "japikey-v1000", "japikey-v-1", "JAPIKEY-V1"})
    EXPECT_FALSE(recognised({{"iss", issuer + "/" + kid}, {"ver", version}}, kid)) << version;
  EXPECT_TRUE(recognised({{"iss", issuer + "/" + kid}, {"ver", "japikey-v001"}}, kid));
  EXPECT_FALSE(recognised({{"iss", issuer + "/" + kid}}, kid));
  EXPECT_FALSE(recognised({{"iss", 7}, {"ver", "japikey-v1"}}, kid));
}

TEST(api_key_provider, recognises_nothing_and_says_so_plainly_where_the_issuer_is_not_its_own) {
  key_stage on;
  const std::string token = on.make();
  on.env.auth_issuer = "https://accounts.example.com";
  EXPECT_FALSE(on.provider.is_api_key(on.ada.with(token)));
  const std::string said = thrown_by([&] { return on.make(); });
  EXPECT_TRUE(said.starts_with("server_misconfigured: Cannot determine the api key issuer from the AUTH_ISSUER"))
      << said;
  EXPECT_EQ(on.validate(token), said);
}

TEST(api_key_provider, recognising_needs_no_database) {
  key_stage on;
  const std::string token = on.make();
  on.database.close();
  EXPECT_TRUE(on.provider.is_api_key(on.ada.with(token)));
}

TEST(api_key_provider, claims_are_checked_behind_the_signature) {
  key_stage on;
  const auto bent = [&](const char* claim, json::value value) {
    return on.validate(on.forge([&](json::object& claims) { claims[claim] = value; }));
  };
  EXPECT_EQ(on.validate(on.forge(nothing)), "nothing");
  EXPECT_EQ(bent("aud", "something-else"), "invalid_token: The aud claim must be api-keys");
  EXPECT_EQ(bent("aud", nullptr), "invalid_token: The aud claim must be api-keys");
  EXPECT_EQ(bent("aud", json::array{"other", "api-keys"}), "nothing");
  EXPECT_EQ(bent("sub", nullptr), "invalid_token: The sub claim is required");
  EXPECT_EQ(bent("sub", "grace"), "invalid_token: The API key belongs to somebody else");
  EXPECT_EQ(bent("email", 7), "invalid_token: The email claim is required");
  EXPECT_EQ(bent("scopes", "runt:read"), "invalid_token: The scopes claim must be an array of strings");
  EXPECT_EQ(bent("scopes", json::array{7}), "invalid_token: The scopes claim must be an array of strings");
  EXPECT_EQ(bent("resources", json::array{"x"}),
            "invalid_token: The resources claim must be an array of objects with the strings id and type");
  EXPECT_EQ(bent("exp", to_seconds(*on.time)), "expired_token: The token has expired");
  EXPECT_EQ(bent("exp", nullptr), "invalid_token: The exp claim is required");
  EXPECT_EQ(bent("nbf", to_seconds(*on.time + 1h)), "invalid_token: The token is not valid yet (nbf)");
  EXPECT_EQ(bent("iat", "noon"), "invalid_token: The iat claim must be a number");
  EXPECT_EQ(bent("iss", "https://evil.com/x"), "invalid_token: The token is not an API key of this server");
}

TEST(api_key_provider, a_key_that_was_made_while_the_clock_was_ahead_holds_when_it_is_set_right) {
  key_stage on;
  const std::string made = on.make();
  *on.time -= 24h;
  EXPECT_EQ(on.validate(made), "nothing");
}

TEST(api_key_provider, a_token_without_scopes_is_not_restricted_and_an_unknown_scope_grants_nothing) {
  key_stage on;
  const auto scopes = [&](const std::function<void(json::object&)>& bend) {
    return on.provider.validate_api_key(on.ada.with(on.forge(bend))).scopes;
  };
  EXPECT_EQ(scopes(nothing), std::nullopt);
  EXPECT_EQ(scopes([](json::object& claims) { claims["scopes"] = json::array{"runt:read", "runt:fly"}; }),
            std::vector{tenon::scope::read});
}

TEST(api_key_provider, a_key_that_was_never_made_is_refused_like_a_revoked_one) {
  key_stage on;
  const std::string kid = make_uuid_v7(*on.time);
  const json::object claims{{"iss", issuer + "/" + kid}, {"ver", "japikey-v1"}};
  EXPECT_EQ(on.validate(sign_jwt(claims, kid, key_stage::test_pair())),
            "invalid_token: The API key was revoked, or was never made here");
}

TEST(api_key_provider, says_what_the_original_says_when_it_refuses) {
  key_stage on;
  const auto ada = on.ada.known();
  EXPECT_EQ(thrown_by([&] { return on.provider.validate_api_key(on.ada.with({})); }),
            "missing_token: RuntError: missing_token");
  EXPECT_EQ(thrown_by([&] { return on.provider.get_api_key(ada, "x"); }), "not_found: Api key not found");
  EXPECT_EQ(thrown_by([&] { on.provider.revoke_api_key(ada, "x"); }), "not_found: Api key not found");
  EXPECT_EQ(thrown_by([&] { on.provider.delete_api_key(ada, "x"); }),
            "capability_not_available: delete capability is not supported");
  EXPECT_EQ(thrown_by([&] { return on.provider.key_set(ada, "x"); }), "not_found: API key not found");
  auto wanted = on.request();
  wanted.scopes.clear();
  EXPECT_EQ(thrown_by([&] { return on.provider.create_api_key(ada, wanted); }),
            "invalid_request: scopes is required and must be a non-empty array");
  wanted = on.request();
  wanted.expires_at = *on.time - 1ms;
  EXPECT_EQ(thrown_by([&] { return on.provider.create_api_key(ada, wanted); }),
            "invalid_request: expiresAt must be in the future");
  wanted.expires_at = last_iso_time() + 1ms;
  EXPECT_EQ(thrown_by([&] { return on.provider.create_api_key(ada, wanted); }),
            "invalid_request: expiresAt must be before the year 10000");
}

TEST(api_key_provider, refuses_what_could_not_be_used_or_read_back) {
  key_stage on;
  auto wanted = on.request();
  wanted.name = "\xff";
  EXPECT_EQ(thrown_by([&] { return on.provider.create_api_key(on.ada.known(), wanted); }),
            "invalid_request: name and resources must be valid UTF-8");
  wanted = on.request();
  wanted.resources.emplace(200, tenon::resource{std::string(40, 'x'), "notebook"});
  const std::string said = thrown_by([&] { return on.provider.create_api_key(on.ada.known(), wanted); });
  EXPECT_TRUE(said.ends_with("at most 8192 fit into a request: name fewer resources")) << said;
  const tenon::testing::caller nobody("", on.env);
  EXPECT_EQ(thrown_by([&] { return on.provider.create_api_key(nobody.known(), on.request()); }),
            "invalid_request: An api key needs a user with an id and an email address");
  EXPECT_TRUE(on.provider.list_api_keys(on.ada.known(), {}).empty());
}

TEST(api_key_provider, has_keys_of_applications_that_act_for_their_user) {
  key_stage on;
  auto wanted = on.request();
  EXPECT_EQ(on.provider.validate_api_key(on.ada.with(on.provider.create_api_key(on.ada.known(), wanted))).app, "");
  wanted.resources = std::vector<tenon::resource>{{.id = "7", .type = "notebook"}, {.id = "paint", .type = "app"}};
  const std::string token = on.provider.create_api_key(on.ada.known(), wanted);
  const tenon::passport app = on.provider.validate_api_key(on.ada.with(token));
  EXPECT_EQ(app.app, "paint");
  EXPECT_EQ(app.user.id, "ada");
  wanted.resources->push_back({.id = "draw", .type = "app"});
  EXPECT_EQ(thrown_by([&] { return on.provider.create_api_key(on.ada.known(), wanted); }),
            "invalid_request: A key acts for one application: resources may hold one of the type app");
  wanted.resources = std::vector<tenon::resource>{{.id = "", .type = "app"}};
  EXPECT_EQ(thrown_by([&] { return on.provider.create_api_key(on.ada.known(), wanted); }),
            "invalid_request: The resource of the type app has an empty id: write that of the application");
}

TEST(api_key_provider, everything_asked_for_is_kept_in_the_words_of_the_original) {
  key_stage on;
  auto wanted = on.request();
  wanted.name = "quotes \" and \xe2\x98\x83";
  wanted.resources = std::vector<tenon::resource>{{.id = "7", .type = "notebook"}};
  wanted.user_generated = false;
  static_cast<void>(on.provider.create_api_key(on.ada.known(), wanted));
  const std::string metadata = on.database.read([](connection& db) {
    query rows = db.select("SELECT metadata FROM japikeys");
    return rows.next() ? rows.text(0) : std::string();
  });
  EXPECT_EQ(json::parse(metadata),
            (json::object{{"scopes", json::array{"runt:read"}},
                          {"resources", json::array{json::object{{"id", "7"}, {"type", "notebook"}}}},
                          {"expiresAt", "2030-06-01T13:00:00.999Z"},
                          {"name", "quotes \" and \xe2\x98\x83"},
                          {"userGenerated", false}}));
  const auto listed = on.provider.list_api_keys(on.ada.known(), {}).at(0);
  EXPECT_EQ(listed.name, wanted.name);
  EXPECT_EQ(listed.expires_at, wanted.expires_at);
  EXPECT_FALSE(listed.user_generated);
}

TEST(api_key_provider, survives_a_restart) {
  key_stage on;
  const std::string token = on.make();
  on.database.close();
  on.database.open(on.env.db);
  EXPECT_EQ(on.validate(token), "nothing");
}

TEST(api_key_provider, a_row_changed_by_hand_is_named_in_the_debug_payload) {
  key_stage on;
  const std::string token = on.make();
  on.database.write([](connection& db) { db.run("UPDATE japikeys SET metadata = 'x'"); });
  try {
    static_cast<void>(on.provider.list_api_keys(on.ada.known(), {}));
    FAIL();
  } catch (const tenon::error& failure) {
    EXPECT_EQ(failure.message(), "Failed to get the api keys from the database");
    EXPECT_NE(failure.debug().find(decode_jwt(token)->kid), std::string::npos) << failure.debug();
    EXPECT_TRUE(failure.cause());
  }
  on.database.write([](connection& db) {
    db.run(
        "UPDATE japikeys SET metadata = "
        "'{\"scopes\":[],\"expiresAt\":\"2031-01-01T00:00:00Z\",\"userGenerated\":true}', jwk = '{}'");
  });
  EXPECT_TRUE(on.validate(token).starts_with("server_misconfigured: The public key of the API key "))
      << on.validate(token);
}

TEST(api_key_provider, what_the_database_refuses_is_said_without_its_path_and_explained_in_the_debug_payload) {
  key_stage on;
  on.database.write([](connection& db) { db.run("PRAGMA max_page_count = 1"); });
  auto wanted = on.request();
  wanted.name = std::string(40'000, 'x');  // more than the pages that are there can hold
  try {
    static_cast<void>(on.provider.create_api_key(on.ada.known(), wanted));
    FAIL();
  } catch (const tenon::error& failure) {
    EXPECT_EQ(failure.type(), tenon::error_type::unknown);
    EXPECT_EQ(failure.message(), "Failed to insert the api key into the database");
    const std::string reason(json::parse(failure.debug()).at("database").as_string());
    EXPECT_NE(reason.find(on.env.db), std::string::npos) << reason;
    EXPECT_NE(reason.find("Free some space"), std::string::npos) << reason;
  }
  EXPECT_TRUE(on.provider.list_api_keys(on.ada.known(), {}).empty());
  on.database.close();
  EXPECT_EQ(thrown_by([&] { return on.make(); }), "unknown: Failed to insert the api key into the database");
  EXPECT_EQ(thrown_by([&] { on.provider.revoke_api_key(on.ada.known(), "x"); }),
            "unknown: Failed to revoke the api key");
  EXPECT_EQ(thrown_by([&] { return on.provider.get_api_key(on.ada.known(), "x"); }),
            "unknown: Failed to get the api key from the database");
}

TEST(api_key_provider, every_key_that_was_answered_is_there_after_a_kill) {
  temporary_folder folder;
  const tenon::provider_env env{
      .db = folder.file(), .auth_issuer = "http://localhost:8080/local_oidc", .extension_config = "{}"};
  const tenon::testing::caller ada("ada", env);
  int answered = 0;
  for (int round = 1; round <= 3; ++round) {
    child_process server([&](int out) {
      database db(env.db);
      local_api_key_provider provider(db);
      for (;;) {
        const auto in_an_hour = system_time() + 1h;
        write_line(out,
                   provider.create_api_key(ada.known(), {.scopes = {tenon::scope::read}, .expires_at = in_an_hour}));
      }
    });
    std::vector<std::string> tokens;
    for (int i = 0; i < round; ++i) tokens.push_back(server.line());
    server.kill_and_wait();  // somewhere in the making of the next one
    for (std::string late = server.line(); !late.empty(); late = server.line()) tokens.push_back(late);

    database db(env.db);
    local_api_key_provider provider(db);
    for (const std::string& token : tokens)
      EXPECT_EQ(thrown_by([&] { return provider.validate_api_key(ada.with(token)); }), "nothing");
    answered += static_cast<int>(tokens.size());
    EXPECT_GE(provider.list_api_keys(ada.known(), {}).size(), static_cast<std::size_t>(answered));
  }
}

}  // namespace tenon_local
