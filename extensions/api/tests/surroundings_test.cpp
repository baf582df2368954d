// What is the same for every route of the extension: headers, methods; and the two routes that are not about keys.
#include <gtest/gtest.h>

#include <cstdlib>

#include "stage.hpp"
#include "tenon/json/from_text.hpp"

namespace {

using tenon::method;

// An implementation that knows what is wrong with it.
struct troubled {
  static constexpr auto manifest = tenon::manifest{.name = "local", .version = "1.0.0"};
  enum class deployment : std::uint8_t { development, preview };
  struct settings {
    troubled::deployment deployment = troubled::deployment::preview;
  };
  static std::vector<std::string> check(const settings&, const tenon::environment& surroundings) {
    return {"the issuer is " + surroundings.auth_issuer, "and so on"};
  }
  tenon::testing::api_key_provider_archetype api_key{now_of_system};
};

struct report {
  struct config_part {
    bool has_auth_issuer;
    std::string deployment_env, service_provider;
    bool using_local_provider;
  };
  struct api_keys_part {
    std::string provider;
    bool provider_valid;
    std::vector<std::string> provider_errors;
  };
  std::string status, deployment_env;
  tenon::timestamp timestamp;
  std::string framework;
  config_part config;
  api_keys_part api_keys;
};

template <class Implementation>
report report_of(tenon::environment surroundings) {
  stage<Implementation> server(std::move(surroundings));
  const answer told = server.get("/api/health");
  EXPECT_EQ(told.status, 200);
  std::vector<tenon::finding> findings;
  const auto read = tenon::json::from_text<report>(told.body, findings);
  EXPECT_TRUE(read) << told.body;
  return read.value_or(report{});
}

struct deployment_variable {
  explicit deployment_variable(const char* value) {
    if (value == nullptr)
      ::unsetenv("DEPLOYMENT_ENV");
    else
      ::setenv("DEPLOYMENT_ENV", value, 1);
  }
  ~deployment_variable() { ::unsetenv("DEPLOYMENT_ENV"); }
};

}  // namespace

TEST(me, tells_whom_the_token_is_of) {
  stage<rich> server;
  EXPECT_EQ(server.get("/api/me", "ada").body,
            R"({"id":"ada","email":"ada@example.com","name":"Ada L","givenName":"Ada","isAnonymous":false})");
  EXPECT_EQ(server.get("/api/me", "grace").body, R"({"id":"grace","email":"grace@example.com","isAnonymous":false})");
  EXPECT_EQ(server.get("/api/me", "admin").body,
            R"({"id":"administrator","email":"administrator@localhost","isAnonymous":false})");
}

TEST(api_health, tells_which_provider_is_built_in) {
  const deployment_variable none(nullptr);
  const report told = report_of<rich>({});
  EXPECT_EQ(told.status, "healthy");
  EXPECT_EQ(told.framework, "tenon");
  EXPECT_LT(now_of_system() - told.timestamp, std::chrono::minutes(1));
  EXPECT_EQ(told.deployment_env, "development");
  EXPECT_EQ(told.config.deployment_env, "development");
  EXPECT_EQ(told.config.service_provider, "rich");
  EXPECT_FALSE(told.config.using_local_provider);
  EXPECT_FALSE(told.config.has_auth_issuer);
  EXPECT_EQ(told.api_keys.provider, "rich");
  EXPECT_TRUE(told.api_keys.provider_valid);
  EXPECT_TRUE(told.api_keys.provider_errors.empty());
}

TEST(api_health, tells_what_the_provider_finds_wrong_with_itself) {
  const deployment_variable none(nullptr);
  const report told = report_of<troubled>({.auth_issuer = "http://x"});
  EXPECT_EQ(told.deployment_env, "preview") << "as the implementation is set";
  EXPECT_TRUE(told.config.using_local_provider);
  EXPECT_TRUE(told.config.has_auth_issuer);
  EXPECT_FALSE(told.api_keys.provider_valid);
  EXPECT_EQ(told.api_keys.provider_errors, (std::vector<std::string>{"the issuer is http://x", "and so on"}));
}

TEST(api_health, takes_the_deployment_from_the_environment_where_it_stands_there) {
  const deployment_variable set("production");
  EXPECT_EQ(report_of<troubled>({}).config.deployment_env, "production");
  EXPECT_EQ(report_of<rich>({}).deployment_env, "production");
}

TEST(api, lets_nobody_keep_an_answer_and_any_page_read_it) {
  stage<rich> server;
  static_cast<void>(server.post(key_wanted, "ada"));
  for (const answer& one :
       {server.get("/api/api-keys", "ada"), server.get("/api/api-keys/1", "ada"), server.get("/api/api-keys/7", "ada"),
        server.get("/api/api-keys"), server.post("{}", "ada"), server.post(key_wanted, "reader"),
        server.post(key_wanted, "ada"), server.patch("1", "ada"), server.remove("2", "ada"),
        server.get("/api/me", "ada"), server.get("/api/me", "runner"), server.get("/api/health"),
        server.get("/api/api-keys/capabilities"), server.get("/api/api-keys/1/.well-known/jwks.json"),
        server.get("/api/api-keys/9/.well-known/jwks.json")}) {
    EXPECT_EQ(one.header("Cache-Control"), "no-cache, no-store, must-revalidate;") << one.status << one.body;
    EXPECT_EQ(one.header("Access-Control-Allow-Origin"), "*;") << one.status << one.body;
  }
}

TEST(api, answers_what_a_browser_asks_before_it_calls) {
  stage<rich> server;
  for (const auto& [path, methods] : {std::pair<std::string, std::string>{"/api/api-keys", "GET, HEAD, POST, OPTIONS"},
                                      {"/api/api-keys/1", "GET, HEAD, DELETE, PATCH, OPTIONS"},
                                      {"/api/api-keys/1/.well-known/jwks.json", "GET, HEAD, OPTIONS"},
                                      {"/api/api-keys/capabilities", "GET, HEAD, OPTIONS"},
                                      {"/api/me", "GET, HEAD, OPTIONS"},
                                      {"/api/health", "GET, HEAD, OPTIONS"}}) {
    const answer told = server.ask(method::options, path);
    EXPECT_EQ(told.status, 204) << path;
    EXPECT_EQ(told.header("Allow"), methods + ";") << path;
    EXPECT_EQ(told.header("Access-Control-Allow-Methods"), methods + ";") << path;
    EXPECT_EQ(told.header("Access-Control-Allow-Headers"), "Authorization, Content-Type;");
    EXPECT_EQ(told.header("Access-Control-Allow-Origin"), "*;");
  }
}

TEST(api, refuses_methods_in_the_words_that_clients_know) {
  stage<rich> server;
  const answer put = server.ask(method::put, "/api/api-keys");
  EXPECT_EQ(put.status, 405);
  EXPECT_EQ(put.body, R"({"error":"Method Not Allowed","message":"PUT is not supported for this endpoint"})");
  EXPECT_EQ(put.header("Allow"), "GET, HEAD, POST, OPTIONS;");
  EXPECT_EQ(server.ask(method::post, "/api/me").status, 405);
  EXPECT_EQ(server.ask(method::post, "/api/api-keys/1").header("Allow"), "GET, HEAD, DELETE, PATCH, OPTIONS;");
  EXPECT_EQ(server.get("/api/api-key").status, 404);
}
