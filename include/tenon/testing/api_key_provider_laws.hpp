// The laws of ApiKeyProvider as typed tests of GoogleTest. One subject is one stage with one provider on it:
//
//   struct subject {                                          // made anew for every law
//     static constexpr bool makes_keys = true;                // false: every operation refuses
//     auto& provider();
//     const tenon::provider_env& env();
//     tenon::timestamp now();                                 // the provider's time
//     void pass_time(std::chrono::milliseconds);              // moves it on
//   };
//   INSTANTIATE_TYPED_TEST_SUITE_P(mine, api_key_provider_laws, subject);
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "tenon/concepts/api_key_provider.hpp"
#include "tenon/testing/caller.hpp"

namespace tenon::testing {

template <class Subject>
class api_key_provider_laws : public ::testing::Test {
 protected:
  using provider_type = std::remove_cvref_t<decltype(std::declval<Subject&>().provider())>;
  static constexpr api_key_capabilities capabilities = provider_type::capabilities;

  provider_type& provider() { return subject.provider(); }

  create_api_key_request request() {
    return {
        .scopes = {scope::read, scope::execute}, .expires_at = subject.now() + std::chrono::hours(1), .name = "law"};
  }
  std::string make(const caller& user) { return provider().create_api_key(user.known(), request()); }
  std::vector<api_key> list(const caller& user, const list_api_keys_request& page = {}) {
    return provider().list_api_keys(user.known(), page);
  }
  std::optional<error_type> why_not_valid(std::string_view key) {
    return error_of([&] { return provider().validate_api_key(ada.with(key)); });
  }

  // A provider that makes no keys does nothing else either. False, with that checked, for such a one.
  bool makes_keys() {
    if constexpr (Subject::makes_keys) return true;
    const auto refused = error_type::capability_not_available;
    EXPECT_FALSE(provider().is_api_key(ada.with("anything")));
    EXPECT_EQ(error_of([&] { return make(ada); }), refused);
    EXPECT_EQ(error_of([&] { return list(ada); }), refused);
    EXPECT_EQ(error_of([&] { return provider().get_api_key(ada.known(), "id"); }), refused);
    EXPECT_EQ(why_not_valid("anything"), refused);
    return false;
  }

  Subject subject{};
  caller ada{"ada", subject.env()}, grace{"grace", subject.env()};
};

TYPED_TEST_SUITE_P(api_key_provider_laws);

TYPED_TEST_P(api_key_provider_laws, a_key_just_made_is_recognised_and_valid) {
  if (!this->makes_keys()) return;
  const std::string key = this->make(this->ada);
  EXPECT_TRUE(this->provider().is_api_key(this->ada.with(key)));
  const passport found = this->provider().validate_api_key(this->grace.with(key));
  EXPECT_EQ(found.type, auth_type::api_key);
  EXPECT_EQ(found.user.id, this->ada.user().id);
  EXPECT_EQ(found.user.email, this->ada.user().email);
  EXPECT_EQ(found.scopes, this->request().scopes);
  EXPECT_EQ(found.role, role::user);
}

TYPED_TEST_P(api_key_provider_laws, a_key_just_made_is_listed_and_can_be_read_as_it_was_asked_for) {
  if (!this->makes_keys()) return;
  const create_api_key_request wanted = this->request();
  static_cast<void>(this->provider().create_api_key(this->ada.known(), wanted));
  const auto listed = this->list(this->ada);
  ASSERT_EQ(listed.size(), 1U);
  EXPECT_EQ(this->provider().get_api_key(this->ada.known(), listed[0].id), listed[0]);
  EXPECT_EQ(listed[0].user_id, this->ada.user().id);
  EXPECT_EQ(listed[0].scopes, wanted.scopes);
  EXPECT_EQ(listed[0].expires_at, wanted.expires_at);
  EXPECT_EQ(listed[0].name, wanted.name);
  EXPECT_EQ(listed[0].user_generated, wanted.user_generated);
  EXPECT_FALSE(listed[0].revoked);
}

TYPED_TEST_P(api_key_provider_laws, resources_are_kept_where_they_can_be_asked_for) {
  if (!this->makes_keys()) return;
  if (!this->capabilities.contains(api_key_capability::create_with_resources)) return;
  auto wanted = this->request();
  wanted.resources = std::vector<resource>{{.id = "7", .type = "notebook"}};
  const std::string key = this->provider().create_api_key(this->ada.known(), wanted);
  EXPECT_EQ(this->list(this->ada).at(0).resources, wanted.resources);
  EXPECT_EQ(this->provider().validate_api_key(this->ada.with(key)).resources, wanted.resources);
}

TYPED_TEST_P(api_key_provider_laws, nobody_else_can_tell_a_key_from_one_that_never_was) {
  if (!this->makes_keys()) return;
  const std::string key = this->make(this->ada);
  const std::string id = this->list(this->ada).at(0).id;
  EXPECT_TRUE(this->list(this->grace).empty());
  const auto answer = [&](std::string_view asked) -> std::string {
    try {
      static_cast<void>(this->provider().get_api_key(this->grace.known(), asked));
    } catch (const error& failure) {
      return std::string(to_string(failure.type())) + failure.message() + failure.data();
    }
    return "found";
  };
  EXPECT_EQ(answer(id), answer("there-is-none"));
  EXPECT_TRUE(answer(id).starts_with("not_found"));
  if constexpr (TestFixture::capabilities.contains(api_key_capability::revoke)) {
    static_assert(RevokesApiKeys<typename TestFixture::provider_type>);
    EXPECT_EQ(error_of([&] { this->provider().revoke_api_key(this->grace.known(), id); }), error_type::not_found);
  }
  if constexpr (TestFixture::capabilities.contains(api_key_capability::delete_)) {
    static_assert(DeletesApiKeys<typename TestFixture::provider_type>);
    EXPECT_EQ(error_of([&] { this->provider().delete_api_key(this->grace.known(), id); }), error_type::not_found);
  }
  EXPECT_EQ(this->why_not_valid(key), std::nullopt);
}

TYPED_TEST_P(api_key_provider_laws, a_revoked_key_is_valid_no_more_at_once) {
  if (!this->makes_keys()) return;
  if constexpr (TestFixture::capabilities.contains(api_key_capability::revoke)) {
    const std::string key = this->make(this->ada), other = this->make(this->ada);
    const std::string id = this->list(this->ada).at(0).id;
    this->provider().revoke_api_key(this->ada.known(), id);
    EXPECT_EQ(this->why_not_valid(key), error_type::invalid_token);
    EXPECT_EQ(this->why_not_valid(other), std::nullopt);
    EXPECT_TRUE(this->provider().get_api_key(this->ada.known(), id).revoked);
    this->provider().revoke_api_key(this->ada.known(), id);
    EXPECT_TRUE(this->provider().get_api_key(this->ada.known(), id).revoked);
    if constexpr (PublishesKeySets<typename TestFixture::provider_type>) {
      EXPECT_EQ(error_of([&] { return this->provider().key_set(this->ada.with({}), id); }), error_type::not_found);
    }
  }
}

TYPED_TEST_P(api_key_provider_laws, a_deleted_key_is_gone) {
  if (!this->makes_keys()) return;
  if constexpr (TestFixture::capabilities.contains(api_key_capability::delete_)) {
    const std::string key = this->make(this->ada), other = this->make(this->ada);
    const std::string id = this->list(this->ada).at(0).id;
    this->provider().delete_api_key(this->ada.known(), id);
    EXPECT_EQ(this->why_not_valid(key), error_type::invalid_token);
    EXPECT_EQ(this->why_not_valid(other), std::nullopt);
    EXPECT_EQ(this->list(this->ada).size(), 1U);
    EXPECT_EQ(error_of([&] { return this->provider().get_api_key(this->ada.known(), id); }), error_type::not_found);
  }
}

TYPED_TEST_P(api_key_provider_laws, what_is_not_claimed_is_refused) {
  constexpr bool revokes = RevokesApiKeys<typename TestFixture::provider_type>;
  constexpr bool deletes = DeletesApiKeys<typename TestFixture::provider_type>;
  constexpr bool claims_revoke = TestFixture::capabilities.contains(api_key_capability::revoke);
  constexpr bool claims_delete = TestFixture::capabilities.contains(api_key_capability::delete_);
  static_assert(revokes || !claims_revoke, "the capability revoke is claimed, and there is no revoke_api_key");
  static_assert(deletes || !claims_delete, "the capability delete is claimed, and there is no delete_api_key");
  [[maybe_unused]] const auto refused = error_type::capability_not_available;
  if constexpr (revokes && !claims_revoke) {
    EXPECT_EQ(error_of([&] { this->provider().revoke_api_key(this->ada.known(), "id"); }), refused);
  }
  if constexpr (deletes && !claims_delete) {
    EXPECT_EQ(error_of([&] { this->provider().delete_api_key(this->ada.known(), "id"); }), refused);
  }
}

TYPED_TEST_P(api_key_provider_laws, keys_are_listed_oldest_first_and_by_pages_where_that_is_claimed) {
  if (!this->makes_keys()) return;
  std::vector<std::string> ids;
  for (int i = 0; i < 4; ++i) {
    auto wanted = this->request();
    wanted.name = std::to_string(i);
    static_cast<void>(this->provider().create_api_key(this->ada.known(), wanted));
  }
  std::string order;
  for (const api_key& one : this->list(this->ada)) {
    order += one.name.value_or("?");
    ids.push_back(one.id);
  }
  EXPECT_EQ(order, "0123");
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 4U);
  if (!this->capabilities.contains(api_key_capability::list_keys_paginated)) return;
  const auto page = this->list(this->ada, {.limit = 2, .offset = 1});
  ASSERT_EQ(page.size(), 2U);
  EXPECT_EQ(page[0].id, ids[1]);
  EXPECT_EQ(page[1].id, ids[2]);
  EXPECT_EQ(this->list(this->ada, {.limit = 0}).size(), 0U);
  EXPECT_EQ(this->list(this->ada, {.offset = 3}).size(), 1U);
  EXPECT_EQ(this->list(this->ada, {.limit = 4'294'967'295, .offset = 4'294'967'295}).size(), 0U);
}

TYPED_TEST_P(api_key_provider_laws, a_key_is_valid_until_its_time_and_no_longer) {
  if (!this->makes_keys()) return;
  const std::string key = this->make(this->ada);
  this->subject.pass_time(std::chrono::minutes(59));
  EXPECT_EQ(this->why_not_valid(key), std::nullopt);
  this->subject.pass_time(std::chrono::minutes(2));
  EXPECT_EQ(this->why_not_valid(key), error_type::expired_token);
}

TYPED_TEST_P(api_key_provider_laws, a_key_cannot_be_asked_for_without_scopes_or_for_the_past) {
  if (!this->makes_keys()) return;
  auto wanted = this->request();
  wanted.expires_at = this->subject.now();
  EXPECT_EQ(error_of([&] { return this->provider().create_api_key(this->ada.known(), wanted); }),
            error_type::invalid_request);
  wanted = this->request();
  wanted.scopes.clear();
  EXPECT_EQ(error_of([&] { return this->provider().create_api_key(this->ada.known(), wanted); }),
            error_type::invalid_request);
  EXPECT_TRUE(this->list(this->ada).empty());
}

TYPED_TEST_P(api_key_provider_laws, no_key_no_passport) {
  EXPECT_FALSE(this->provider().is_api_key(this->ada.with({})));
  const auto reason = error_of([&] { return this->provider().validate_api_key(this->ada.with({})); });
  EXPECT_EQ(reason, TypeParam::makes_keys ? error_type::missing_token : error_type::capability_not_available);
  for (const std::string_view junk : {"", " ", ".", "..", "a.b.c", "\xff\xfe", "null", "{}"})
    EXPECT_TRUE(this->why_not_valid(junk).has_value()) << junk;
}

TYPED_TEST_P(api_key_provider_laws, a_key_with_one_character_changed_is_not_valid) {
  if (!this->makes_keys()) return;
  const std::string key = this->make(this->ada);
  for (std::size_t at = 0; at < key.size(); ++at) {
    std::string changed = key;
    changed[at] = changed[at] == 'A' ? 'B' : 'A';
    EXPECT_TRUE(this->why_not_valid(changed).has_value()) << "character " << at;
  }
  EXPECT_TRUE(this->why_not_valid(key + "A").has_value());
  EXPECT_TRUE(this->why_not_valid(key.substr(0, key.size() - 1)).has_value());
}

TYPED_TEST_P(api_key_provider_laws, several_threads_may_call_at_once) {
  if (!this->makes_keys()) return;
  const std::string key = this->make(this->grace);
  std::vector<std::thread> threads;
  for (int i = 0; i < 2; ++i)
    threads.emplace_back([&] {
      static_cast<void>(this->make(this->ada));
      for (int round = 0; round < 20; ++round) {
        EXPECT_EQ(this->why_not_valid(key), std::nullopt);
        EXPECT_LE(this->list(this->ada).size(), 2U);
      }
    });
  for (std::thread& one : threads) one.join();
  EXPECT_EQ(this->list(this->ada).size(), 2U);
}

REGISTER_TYPED_TEST_SUITE_P(api_key_provider_laws, a_key_just_made_is_recognised_and_valid,
                            a_key_just_made_is_listed_and_can_be_read_as_it_was_asked_for,
                            resources_are_kept_where_they_can_be_asked_for,
                            nobody_else_can_tell_a_key_from_one_that_never_was, a_revoked_key_is_valid_no_more_at_once,
                            a_deleted_key_is_gone, what_is_not_claimed_is_refused,
                            keys_are_listed_oldest_first_and_by_pages_where_that_is_claimed,
                            a_key_is_valid_until_its_time_and_no_longer,
                            a_key_cannot_be_asked_for_without_scopes_or_for_the_past, no_key_no_passport,
                            a_key_with_one_character_changed_is_not_valid, several_threads_may_call_at_once);

}  // namespace tenon::testing
