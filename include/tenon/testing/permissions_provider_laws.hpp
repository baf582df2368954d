// The laws of PermissionsProvider as typed tests of GoogleTest. One subject is one stage with one provider on it:
//
//   struct subject {                              // made anew for every law
//     static constexpr bool grants = true;        // false: everything is denied, and nothing can be changed
//     auto& provider();
//     const tenon::provider_env& env();
//   };
//   INSTANTIATE_TYPED_TEST_SUITE_P(mine, permissions_provider_laws, subject);
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "tenon/concepts/permissions_provider.hpp"
#include "tenon/testing/caller.hpp"

namespace tenon::testing {

template <class Subject>
class permissions_provider_laws : public ::testing::Test {
 protected:
  permission_check check(std::string_view user_id, const resource& on) {
    return subject.provider().check_permission(someone.with({}), user_id, on);
  }
  permission_check check(std::string_view user_id) { return check(user_id, thing); }
  std::optional<error_type> grant(std::string_view user_id, std::string_view by,
                                  permission_level level = permission_level::writer) {
    return error_of([&] {
      subject.provider().grant_permission(someone.with({}), {thing, std::string(user_id), std::string(by), level});
    });
  }
  std::optional<error_type> revoke(std::string_view user_id, std::string_view by) {
    return error_of([&] {
      subject.provider().revoke_permission(someone.with({}), {thing, std::string(user_id), std::string(by)});
    });
  }
  // "owner:ada writer:grace ", in the order of the list.
  std::string list(const resource& on) {
    std::string out;
    for (const permission& one : subject.provider().list_permissions(someone.with({}), on))
      out += std::string(to_string(one.level)) + ":" + one.user_id + " ";
    return out;
  }
  std::string list() { return list(thing); }

  // A provider that grants nothing changes nothing either. False, with that checked, for such a one.
  bool grants() {
    if constexpr (Subject::grants) return true;
    EXPECT_EQ(grant("ada", "ada", permission_level::owner), error_type::capability_not_available);
    EXPECT_EQ(revoke("ada", "ada"), error_type::capability_not_available);
    EXPECT_FALSE(check("ada").has_access);
    EXPECT_EQ(list(), "");
    return false;
  }

  Subject subject{};
  const caller someone{"someone", subject.env()};
  const resource thing{.id = "7", .type = "notebook"};
  static constexpr std::nullopt_t done = std::nullopt;
};

TYPED_TEST_SUITE_P(permissions_provider_laws);

TYPED_TEST_P(permissions_provider_laws, without_a_grant_there_is_no_access) {
  EXPECT_FALSE(this->check("ada").has_access);
  EXPECT_EQ(this->check("ada").level, std::nullopt);
  EXPECT_EQ(this->list(), "");
}

TYPED_TEST_P(permissions_provider_laws, what_is_granted_is_found_until_it_is_revoked) {
  if (!this->grants()) return;
  EXPECT_EQ(this->grant("ada", "ada", permission_level::owner), this->done);
  EXPECT_EQ(this->check("ada").level, permission_level::owner);
  EXPECT_EQ(this->grant("grace", "ada"), this->done);
  EXPECT_TRUE(this->check("grace").has_access);
  EXPECT_EQ(this->check("grace").level, permission_level::writer);
  EXPECT_EQ(this->list(), "owner:ada writer:grace ");
  EXPECT_EQ(this->revoke("grace", "ada"), this->done);
  EXPECT_FALSE(this->check("grace").has_access);
  EXPECT_EQ(this->list(), "owner:ada ");
  EXPECT_EQ(this->revoke("grace", "ada"), error_type::not_found);
  EXPECT_EQ(this->grant("grace", "ada"), this->done);
  EXPECT_TRUE(this->check("grace").has_access);
}

TYPED_TEST_P(permissions_provider_laws, the_first_grant_of_a_writer_makes_its_granter_the_owner) {
  if (!this->grants()) return;
  EXPECT_EQ(this->grant("grace", "ada"), this->done);
  EXPECT_EQ(this->list(), "owner:ada writer:grace ");
}

TYPED_TEST_P(permissions_provider_laws, granting_twice_is_granting_once) {
  if (!this->grants()) return;
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(this->grant("ada", "ada", permission_level::owner), this->done);
    EXPECT_EQ(this->grant("grace", "ada"), this->done);
  }
  EXPECT_EQ(this->list(), "owner:ada writer:grace ");
  EXPECT_EQ(this->revoke("grace", "ada"), this->done);
  EXPECT_FALSE(this->check("grace").has_access);
}

TYPED_TEST_P(permissions_provider_laws, only_the_owner_grants_and_revokes) {
  if (!this->grants()) return;
  EXPECT_EQ(this->grant("grace", "ada"), this->done);
  EXPECT_EQ(this->grant("alan", "grace"), error_type::access_denied);
  EXPECT_EQ(this->grant("alan", "alan"), error_type::access_denied);
  EXPECT_EQ(this->grant("alan", "alan", permission_level::owner), error_type::access_denied);
  EXPECT_EQ(this->revoke("grace", "grace"), error_type::access_denied);
  EXPECT_EQ(this->revoke("ada", "grace"), error_type::access_denied);
  EXPECT_EQ(this->list(), "owner:ada writer:grace ");
}

TYPED_TEST_P(permissions_provider_laws, there_is_one_owner_and_it_stays) {
  if (!this->grants()) return;
  EXPECT_EQ(this->grant("grace", "ada"), this->done);
  EXPECT_EQ(this->revoke("ada", "ada"), error_type::invalid_request);
  EXPECT_EQ(this->grant("ada", "ada"), error_type::invalid_request);
  EXPECT_EQ(this->grant("grace", "ada", permission_level::owner), error_type::invalid_request);
  EXPECT_EQ(this->list(), "owner:ada writer:grace ");
}

TYPED_TEST_P(permissions_provider_laws, a_grant_is_for_one_resource) {
  if (!this->grants()) return;
  EXPECT_EQ(this->grant("ada", "ada", permission_level::owner), this->done);
  for (const resource& other : {resource{"8", "notebook"}, resource{"7", "artifact"}}) {
    EXPECT_FALSE(this->check("ada", other).has_access);
    EXPECT_EQ(this->list(other), "");
  }
}

TYPED_TEST_P(permissions_provider_laws, the_owner_is_listed_first) {
  if (!this->grants()) return;
  EXPECT_EQ(this->grant("alan", "zoe"), this->done);
  EXPECT_EQ(this->grant("barbara", "zoe"), this->done);
  EXPECT_EQ(this->list(), "owner:zoe writer:alan writer:barbara ");
}

TYPED_TEST_P(permissions_provider_laws, of_several_first_grants_at_once_one_makes_the_owner) {
  if (!this->grants()) return;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([this, i] {
      const std::string me = "user" + std::to_string(i);
      static_cast<void>(this->grant(me, me, permission_level::owner));
    });
  for (std::thread& one : threads) one.join();
  const std::string listed = this->list();
  EXPECT_TRUE(listed.starts_with("owner:user")) << listed;
  EXPECT_EQ(listed.find("owner:", 1), std::string::npos) << listed;
}

REGISTER_TYPED_TEST_SUITE_P(permissions_provider_laws, without_a_grant_there_is_no_access,
                            what_is_granted_is_found_until_it_is_revoked,
                            the_first_grant_of_a_writer_makes_its_granter_the_owner, granting_twice_is_granting_once,
                            only_the_owner_grants_and_revokes, there_is_one_owner_and_it_stays,
                            a_grant_is_for_one_resource, the_owner_is_listed_first,
                            of_several_first_grants_at_once_one_makes_the_owner);

}  // namespace tenon::testing
