#include "../identity.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tenon/testing/scratch_folder.hpp"

namespace {

namespace fs = std::filesystem;

// What has been made durable.
std::vector<std::string>* synced = nullptr;

}  // namespace

// Stands in for that of the C library.
extern "C" int fsync(int file) {
  if (synced != nullptr) synced->push_back(fs::read_symlink("/proc/self/fd/" + std::to_string(file)).string());
  return static_cast<int>(::syscall(SYS_fsync, file));
}

namespace {

// An implementation with one key and one person, which fails in every way that one can.
struct keys {
  static constexpr tenon::api_key_capabilities capabilities{};
  bool is_api_key(const tenon::provider_context& ctx) { return ctx.bearer_token->starts_with("key-"); }
  tenon::passport validate_api_key(const tenon::provider_context& ctx) {
    if (*ctx.bearer_token == "key-of-administrator")
      return {.type = tenon::auth_type::api_key, .user = {.id = "administrator", .email = "a@example.com"}};
    if (*ctx.bearer_token != "key-good") throw tenon::error(tenon::error_type::expired_token, "that key is too old");
    return {.type = tenon::auth_type::api_key, .user = {.id = "7", .email = "k@example.com"}, .role = tenon::role::su};
  }
  std::string create_api_key(const tenon::authenticated_provider_context&, const tenon::create_api_key_request&) {
    return {};
  }
  tenon::api_key get_api_key(const tenon::authenticated_provider_context&, std::string_view) { return {}; }
  std::vector<tenon::api_key> list_api_keys(const tenon::authenticated_provider_context&,
                                            const tenon::list_api_keys_request&) {
    return {};
  }
};
struct people {
  tenon::passport identify(const tenon::provider_context& ctx) {
    if (*ctx.bearer_token == "broken") throw std::runtime_error("the database is gone");
    if (*ctx.bearer_token == "damaged") throw tenon::error(tenon::error_type::unknown, "the database is damaged");
    if (*ctx.bearer_token == "unset") throw tenon::error(tenon::error_type::server_misconfigured, "nothing is set");
    if (ctx.bearer_token->starts_with("call me "))
      return {.user = {.id = std::string(ctx.bearer_token->substr(8)), .email = "p@example.com"}};
    if (*ctx.bearer_token != "person") throw tenon::error(tenon::error_type::invalid_token);
    return {.user = {.id = "8", .email = "p@example.com"}};
  }
};
struct with_people {
  static constexpr auto manifest = tenon::manifest{.name = "with_people", .version = "1.0.0"};
  keys api_key;
  people identity;
};
struct without_people {
  static constexpr auto manifest = tenon::manifest{.name = "without_people", .version = "1.0.0"};
  keys api_key;
};

class identity_test : public testing::Test {
 protected:
  std::string path() const { return base_.path("admin.token"); }
  std::string text() const {
    std::ifstream file(path());
    std::string line;
    std::getline(file, line);
    return line;
  }
  template <class Implementation = with_people>
  tenon_identity::caller ask(const std::string& authorization) {
    const tenon_identity::administrator_token administrators(path());
    Implementation impl;
    const tenon::provider_env env;
    const std::array headers{tenon::header{"authorization", authorization}};
    return tenon_identity::look_up(administrators, impl, env, {.headers = headers});
  }
  tenon::testing::scratch_folder base_;
};

TEST_F(identity_test, the_token_is_made_once_and_only_its_owner_can_read_it) {
  const tenon_identity::administrator_token first(path());
  const std::string token = text();
  EXPECT_EQ(token.size(), 64U);
  struct stat facts{};
  ASSERT_EQ(::stat(path().c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777U, 0600U);
  EXPECT_TRUE(first.matches(token));
  EXPECT_TRUE(tenon_identity::administrator_token(path()).matches(token)) << "the second start reads the same one";
  EXPECT_EQ(std::distance(fs::directory_iterator(base_.path()), fs::directory_iterator()), 1)
      << "no draft is left behind";
}

TEST_F(identity_test, the_token_and_then_its_name_are_on_the_disk_before_anybody_can_know_it) {
  std::vector<std::string> made;
  synced = &made;
  const tenon_identity::administrator_token first(path());
  const std::size_t at_first = made.size();
  const tenon_identity::administrator_token second(path());
  synced = nullptr;
  ASSERT_EQ(at_first, 2U);
  EXPECT_TRUE(made[0].starts_with(path())) << made[0];
  EXPECT_EQ(made[1], fs::path(path()).parent_path().string());
  EXPECT_EQ(made.size(), at_first) << "what is only read is there already";
}

TEST_F(identity_test, no_other_text_matches_the_token) {
  const tenon_identity::administrator_token made(path());
  std::string other = text();
  other.back() = other.back() == '0' ? '1' : '0';
  EXPECT_FALSE(made.matches(other));
  EXPECT_FALSE(made.matches(text().substr(1)));
  EXPECT_FALSE(made.matches(""));
}

TEST_F(identity_test, a_token_that_others_can_read_is_closed_to_them) {
  {
    const tenon_identity::administrator_token made(path());
  }
  ::chmod(path().c_str(), 0644);
  {
    const tenon_identity::administrator_token read(path());
  }
  struct stat facts{};
  ASSERT_EQ(::stat(path().c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777U, 0600U);
}

TEST_F(identity_test, a_file_without_a_token_is_refused_and_not_overwritten) {
  std::ofstream(path()) << "hello\n";
  try {
    const tenon_identity::administrator_token read(path());
    FAIL();
  } catch (const tenon::error& problem) {
    EXPECT_NE(problem.message().find(path()), std::string::npos);
    EXPECT_NE(problem.message().find("Delete it"), std::string::npos);
  }
  EXPECT_EQ(text(), "hello");
}

TEST_F(identity_test, the_administrator_is_su) {
  {
    const tenon_identity::administrator_token made(path());
  }
  const tenon_identity::caller found = ask("Bearer " + text());
  ASSERT_TRUE(found.passport);
  EXPECT_EQ(found.passport->role, tenon::role::su);
}

TEST_F(identity_test, only_the_administrator_and_who_has_no_token_are_known_without_a_look) {
  const tenon_identity::administrator_token administrators(path());
  const auto known = [&](const std::string& authorization) {
    const std::array headers{tenon::header{"authorization", authorization}};
    return tenon_identity::known_at_once(administrators, {.headers = headers});
  };
  ASSERT_TRUE(known("Bearer " + text()));
  EXPECT_EQ(known("Bearer " + text())->passport->role, tenon::role::su);
  ASSERT_TRUE(known(""));
  EXPECT_FALSE(known("")->passport);
  EXPECT_FALSE(known("Bearer key-good"));
}

TEST_F(identity_test, a_provider_makes_nobody_su) {
  const tenon_identity::caller found = ask("Bearer key-good");
  ASSERT_TRUE(found.passport);
  EXPECT_EQ(found.passport->user.id, "7");
  EXPECT_EQ(found.passport->role, tenon::role::user);
}

TEST_F(identity_test, a_person_is_known_by_an_identity_token_whatever_the_case_of_the_scheme) {
  const tenon_identity::caller found = ask("bEARER person");
  ASSERT_TRUE(found.passport);
  EXPECT_EQ(found.passport->user.id, "8");
}

TEST_F(identity_test, every_refusal_is_an_unknown_caller_with_its_reason) {
  EXPECT_FALSE(ask("").passport);
  EXPECT_EQ(ask("Basic person").refusal, tenon::error_type::missing_token);
  EXPECT_EQ(ask("Bearer ").refusal, tenon::error_type::missing_token);
  EXPECT_EQ(ask("Bearer key-old").refusal, tenon::error_type::expired_token);
  EXPECT_EQ(ask("Bearer key-old").reason, "that key is too old");
  EXPECT_EQ(ask("Bearer nobody").refusal, tenon::error_type::invalid_token);
  EXPECT_EQ(ask<without_people>("Bearer person").refusal, tenon::error_type::invalid_token);
}

TEST_F(identity_test, nobody_is_the_administrator_by_an_identity_token_or_has_no_name) {
  EXPECT_TRUE(ask("Bearer call me Ishmael").passport);
  EXPECT_FALSE(ask("Bearer call me administrator").passport);
  EXPECT_EQ(ask("Bearer call me administrator").reason, "a user may not be called administrator");
  EXPECT_FALSE(ask("Bearer call me ").passport);
  EXPECT_EQ(ask("Bearer call me ").refusal, tenon::error_type::invalid_token);
  ASSERT_TRUE(ask("Bearer key-of-administrator").passport) << "who makes a key may use it";
  EXPECT_EQ(ask("Bearer key-of-administrator").passport->role, tenon::role::user);
}

TEST_F(identity_test, an_implementation_that_fails_before_it_can_tell_refuses_nobody) {
  EXPECT_THROW(static_cast<void>(ask("Bearer broken")), std::runtime_error);
  for (const auto& [token, type] : {std::pair("Bearer damaged", tenon::error_type::unknown),
                                    {"Bearer unset", tenon::error_type::server_misconfigured}}) {
    try {
      static_cast<void>(ask(token));
      ADD_FAILURE() << token;
    } catch (const tenon::error& failed) {
      EXPECT_EQ(failed.type(), type);
    }
  }
}

}  // namespace
