// The extension itself: when it starts, when it refuses, and what it leaves alone.
#include "../local.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <fstream>
#include <iterator>
#include <string_view>

#include "stage.hpp"

namespace tenon_local {

namespace {

// As much of a context as its hooks ask for.
struct start_context {
  const tenon::provider_env& env;
  const tenon::environment& environment_;
  [[nodiscard]] const tenon::provider_env& impl_env() const { return env; }
  [[nodiscard]] const tenon::environment& environment() const { return environment_; }
};

// DEPLOYMENT_ENV as the process has it, put back at the end.
class deployment_env {
 public:
  explicit deployment_env(const char* value) {
    if (value != nullptr)
      ::setenv(name, value, 1);
    else
      ::unsetenv(name);
  }
  ~deployment_env() { ::unsetenv(name); }
  deployment_env(const deployment_env&) = delete;
  deployment_env& operator=(const deployment_env&) = delete;

 private:
  static constexpr const char* name = "DEPLOYMENT_ENV";
};

struct program {
  temporary_folder folder{};
  tenon::environment environment{.data_dir = folder.path()};
  tenon::provider_env env{
      .db = folder.file(), .auth_issuer = "http://localhost:8080/local_oidc", .extension_config = "{}"};
  ::local::settings settings{};
  ::local extension{tenon::boot<::local>(environment, &settings)};

  std::string start() {
    start_context ctx{env, environment};
    return thrown_by([&] { extension.on_start(ctx); });
  }
};

const std::string refusal = "server_misconfigured: Local authentication cannot be enabled in production environments";

}  // namespace

static_assert(tenon::OnStart<::local, start_context>);
static_assert(tenon::OnStop<::local, start_context>);
static_assert(tenon::BackendExtension<::local>);

TEST(local, starts_with_nothing_but_a_data_directory_and_serves_what_it_promises) {
  const deployment_env none(nullptr);
  program one;
  EXPECT_TRUE(::local::check(one.settings, one.environment).empty());
  EXPECT_EQ(one.start(), "nothing");
  const tenon::testing::caller ada("ada", one.env);
  const std::string key = one.extension.api_key.create_api_key(
      ada.known(), {.scopes = {tenon::scope::read}, .expires_at = system_time() + std::chrono::hours(1)});
  EXPECT_EQ(one.extension.api_key.validate_api_key(ada.with(key)).user.id, "ada");
  EXPECT_EQ(one.extension.handle(::local::configuration{}, tenon::request{}).status, 200);
  EXPECT_EQ(one.extension.handle(::local::may_call_token{}, tenon::request{}).status, 204);
  one.extension.permissions.grant_permission(ada.with({}),
                                             {{"7", "notebook"}, "ada", "ada", tenon::permission_level::owner});
  EXPECT_TRUE(one.extension.permissions.check_permission(ada.with({}), "ada", {"7", "notebook"}).has_access);
}

TEST(local, lets_go_of_the_file_when_it_stops) {
  const deployment_env none(nullptr);
  program one;
  ASSERT_EQ(one.start(), "nothing");
  EXPECT_TRUE(std::filesystem::exists(one.folder.file("local.db-wal")));
  one.extension.on_stop();
  EXPECT_FALSE(std::filesystem::exists(one.folder.file("local.db-wal"))) << "everything stands in the one file";
  EXPECT_EQ(one.start(), "nothing");
}

TEST(local, refuses_production_by_its_setting_and_makes_no_file) {
  const deployment_env none(nullptr);
  program one;
  one.settings.deployment = deployment::production;
  ASSERT_EQ(::local::check(one.settings, one.environment).size(), 1U);
  EXPECT_TRUE(one.start().starts_with(refusal)) << one.start();
  EXPECT_NE(one.start().find("TENON_EXTENSION_IMPL"), std::string::npos) << "says what to do";
  EXPECT_FALSE(std::filesystem::exists(one.env.db));
}

TEST(local, refuses_production_by_deployment_env_whatever_its_setting_says) {
  const deployment_env production("production");
  program one;
  one.settings.deployment = deployment::development;
  EXPECT_EQ(::local::check(one.settings, one.environment).size(), 1U);
  EXPECT_TRUE(one.start().starts_with(refusal)) << one.start();
}

TEST(local, runs_in_development_and_preview) {
  for (const char* word : {"development", "preview", ""}) {
    const deployment_env env(word);
    program one;
    one.settings.deployment = deployment::preview;
    EXPECT_EQ(one.start(), "nothing") << word;
  }
}

TEST(local, refuses_a_deployment_env_that_it_does_not_know) {
  for (const char* word : {"Production", "prod", "staging"}) {
    const deployment_env env(word);
    program one;
    EXPECT_NE(one.start().find("development, preview or production"), std::string::npos) << word;
  }
}

TEST(local, reports_everything_that_is_wrong_at_once) {
  const deployment_env production("production");
  program one;
  one.settings.deployment = deployment::production;
  one.environment.auth_issuer = "https://accounts.example.com";
  EXPECT_EQ(::local::check(one.settings, one.environment).size(), 3U);
}

TEST(local, refuses_an_issuer_that_is_not_its_own) {
  const deployment_env none(nullptr);
  program one;
  one.env.auth_issuer = "https://accounts.example.com";
  EXPECT_TRUE(one.start().starts_with("server_misconfigured: Cannot determine the api key issuer from the AUTH_ISSUER"))
      << one.start();
}

TEST(local, starts_without_an_issuer_says_so_and_makes_no_key) {
  const deployment_env none(nullptr);
  program one;
  one.env.auth_issuer = one.environment.auth_issuer = "";
  EXPECT_TRUE(::local::check(one.settings, one.environment).empty());
  const auto remarks = ::local::remarks(one.settings, one.environment);
  ASSERT_EQ(remarks.size(), 1U);
  EXPECT_EQ(one.start(), "nothing");
  const tenon::testing::caller ada("ada", one.env);
  EXPECT_EQ(thrown_by([&] {
              return one.extension.api_key.create_api_key(
                  ada.known(), {.scopes = {tenon::scope::read}, .expires_at = system_time() + std::chrono::hours(1)});
            }),
            "server_misconfigured: " + remarks[0]);
  one.environment.auth_issuer = "http://localhost:8080/local_oidc";
  EXPECT_TRUE(::local::remarks(one.settings, one.environment).empty());
}

TEST(local, a_database_that_cannot_be_used_is_said_at_the_start) {
  const deployment_env none(nullptr);
  program one;
  write_file(one.env.db, std::string(8192, 'z'));
  const std::string said = one.start();
  EXPECT_TRUE(said.starts_with("server_misconfigured: The database file " + one.env.db)) << said;
}

TEST(local, starts_on_a_database_that_is_there_without_writing_to_it) {
  const deployment_env none(nullptr);
  program one;
  ASSERT_EQ(one.start(), "nothing");
  static_cast<void>(one.extension.handle(::local::key_set{}, tenon::request{}));
  one.extension.on_stop();
  const auto content = [&] {
    std::ifstream file(one.env.db, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
  };
  const std::string before = content();
  ASSERT_EQ(one.start(), "nothing");
  EXPECT_EQ(std::filesystem::file_size(one.folder.file("local.db-wal")), 0U);
  one.extension.on_stop();
  EXPECT_TRUE(content() == before) << "differs from what the first start has made";
}

}  // namespace tenon_local
