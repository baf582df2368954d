// The permissions of the stand-alone implementation: what only they promise, besides the laws of every provider.
#include <gtest/gtest.h>

#include "../permissions/local_permissions_provider.hpp"
#include "stage.hpp"

namespace tenon_local {

namespace {

using tenon::permission_level;

struct permission_stage : stage {
  local_permissions_provider provider{database, clock()};
  tenon::resource thing{.id = "7", .type = "notebook"};

  std::string grant(std::string user, std::string by, permission_level level = permission_level::writer) {
    return thrown_by([&] { provider.grant_permission(ada.with({}), {thing, std::move(user), std::move(by), level}); });
  }
  std::string revoke(std::string user, std::string by) {
    return thrown_by([&] { provider.revoke_permission(ada.with({}), {thing, std::move(user), std::move(by)}); });
  }
};

}  // namespace

TEST(permissions_provider, says_what_the_original_says_when_it_refuses) {
  permission_stage on;
  EXPECT_EQ(on.revoke("grace", "ada"), "not_found: Notebook not found");
  EXPECT_EQ(on.grant("ada", "ada", permission_level::owner), "nothing");
  EXPECT_EQ(on.grant("alan", "grace"), "access_denied: Only the owner can grant permissions");
  EXPECT_EQ(on.grant("ada", "ada"), "invalid_request: Cannot grant permission to owner");
  EXPECT_EQ(on.grant("grace", "ada", permission_level::owner),
            "invalid_request: Cannot grant the level owner: there is an owner already");
  EXPECT_EQ(on.revoke("alan", "grace"), "access_denied: Only the owner can revoke permissions");
  EXPECT_EQ(on.revoke("ada", "ada"), "invalid_request: Cannot revoke owner's permissions");
  EXPECT_EQ(on.revoke("grace", "ada"), "not_found: Permission not found or already revoked");
}

TEST(permissions_provider, nameless_users_and_resources_are_refused) {
  permission_stage on;
  EXPECT_TRUE(on.grant("", "ada").starts_with("invalid_request: ")) << on.grant("", "ada");
  EXPECT_TRUE(on.grant("ada", "").starts_with("invalid_request: "));
  EXPECT_TRUE(on.revoke("ada", "").starts_with("invalid_request: "));
  on.thing.id.clear();
  EXPECT_TRUE(on.grant("ada", "ada").starts_with("invalid_request: "));
  EXPECT_TRUE(on.provider.list_permissions(on.ada.with({}), on.thing).empty());
}

TEST(permissions_provider, remembers_when_something_was_first_granted) {
  permission_stage on;
  on.grant("grace", "ada");
  const auto first = *on.time;
  *on.time += std::chrono::hours(1);
  on.grant("grace", "ada");
  on.grant("alan", "ada");
  const auto listed = on.provider.list_permissions(on.ada.with({}), on.thing);
  ASSERT_EQ(listed.size(), 3U);
  EXPECT_EQ(listed[1].user_id, "grace");
  EXPECT_EQ(listed[1].granted_at, first);
  EXPECT_EQ(listed[2].user_id, "alan");
  EXPECT_EQ(listed[2].granted_at, *on.time);
}

TEST(permissions_provider, survives_a_restart) {
  permission_stage on;
  on.grant("grace", "ada");
  on.database.close();
  on.database.open(on.env.db);
  EXPECT_TRUE(on.provider.check_permission(on.ada.with({}), "grace", on.thing).has_access);
}

TEST(permissions_provider, denies_by_failing_where_the_database_cannot_be_asked) {
  permission_stage on;
  on.database.close();
  EXPECT_EQ(thrown_by([&] { return on.provider.check_permission(on.ada.with({}), "ada", on.thing); }),
            "unknown: Failed to check permission");
  EXPECT_EQ(on.grant("ada", "ada"), "unknown: Failed to grant permission");
  EXPECT_EQ(on.revoke("ada", "ada"), "unknown: Failed to revoke permission");
  EXPECT_EQ(thrown_by([&] { return on.provider.list_permissions(on.ada.with({}), on.thing); }),
            "unknown: Failed to list permissions");
}

}  // namespace tenon_local
