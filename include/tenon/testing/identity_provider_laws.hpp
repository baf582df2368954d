// The laws of IdentityProvider as typed tests of GoogleTest. One subject is one stage with one provider on it:
//
//   struct subject {                                                    // made anew for every law
//     auto& provider();
//     const tenon::provider_env& env();
//     std::string token(const tenon::user&);                            // a good one, that ends within a day
//     std::vector<std::pair<std::string, std::string>> bad_tokens();    // each with the reason why it must be refused
//     void pass_time(std::chrono::milliseconds);                        // moves the provider's time on
//   };
//   INSTANTIATE_TYPED_TEST_SUITE_P(mine, identity_provider_laws, subject);
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "tenon/concepts/identity_provider.hpp"
#include "tenon/testing/caller.hpp"

namespace tenon::testing {

template <class Subject>
class identity_provider_laws : public ::testing::Test {
 protected:
  std::optional<error_type> why_not(std::optional<std::string_view> token, const provider_env& env) {
    return error_of([&] { return subject.provider().identify(caller("nobody", env).with(token)); });
  }
  std::optional<error_type> why_not(std::optional<std::string_view> token) { return why_not(token, subject.env()); }
  static bool is_refusal(std::optional<error_type> why) { return why && status_of(*why) == 401; }

  Subject subject{};
  const user ada{.id = "ada", .email = "ada@example.com", .given_name = "Ada", .family_name = "Lovelace"};
};

TYPED_TEST_SUITE_P(identity_provider_laws);

TYPED_TEST_P(identity_provider_laws, a_good_token_says_who_it_is) {
  const std::string token = this->subject.token(this->ada);
  const passport found = this->subject.provider().identify(caller("nobody", this->subject.env()).with(token));
  EXPECT_EQ(found.type, auth_type::oauth);
  EXPECT_EQ(found.user.email, this->ada.email);
  EXPECT_FALSE(found.user.id.empty());
  EXPECT_EQ(found.role, role::user);
}

TYPED_TEST_P(identity_provider_laws, the_same_person_has_the_same_id_and_another_one_has_another) {
  const user grace{.id = "grace", .email = "grace@example.com"};
  const auto id = [&](const user& who) {
    const std::string token = this->subject.token(who);
    return this->subject.provider().identify(caller("nobody", this->subject.env()).with(token)).user.id;
  };
  EXPECT_EQ(id(this->ada), id(this->ada));
  EXPECT_NE(id(this->ada), id(grace));
}

TYPED_TEST_P(identity_provider_laws, no_token_is_a_missing_token) {
  EXPECT_EQ(this->why_not(std::nullopt), error_type::missing_token);
}

TYPED_TEST_P(identity_provider_laws, bad_tokens_are_refused_before_and_after_somebody_logged_in) {
  for (int round = 0; round < 2; ++round) {
    for (const auto& [token, reason] : this->subject.bad_tokens())
      EXPECT_TRUE(this->is_refusal(this->why_not(token))) << reason;
    static_cast<void>(this->subject.token(this->ada));
  }
}

TYPED_TEST_P(identity_provider_laws, a_token_with_one_character_changed_is_refused) {
  const std::string token = this->subject.token(this->ada);
  ASSERT_EQ(this->why_not(token), std::nullopt);
  for (std::size_t at = 0; at < token.size(); ++at) {
    std::string changed = token;
    changed[at] = changed[at] == 'A' ? 'B' : 'A';
    EXPECT_TRUE(this->is_refusal(this->why_not(changed))) << "character " << at;
  }
  EXPECT_TRUE(this->is_refusal(this->why_not(token + "A")));
}

TYPED_TEST_P(identity_provider_laws, a_token_ends_with_its_time) {
  const std::string token = this->subject.token(this->ada);
  this->subject.pass_time(std::chrono::days(1));
  EXPECT_EQ(this->why_not(token), error_type::expired_token);
}

TYPED_TEST_P(identity_provider_laws, a_deployment_with_another_issuer_refuses_it) {
  const std::string token = this->subject.token(this->ada);
  provider_env elsewhere = this->subject.env();
  elsewhere.auth_issuer = "https://elsewhere.example.com/local_oidc";
  EXPECT_TRUE(this->is_refusal(this->why_not(token, elsewhere)));
}

REGISTER_TYPED_TEST_SUITE_P(identity_provider_laws, a_good_token_says_who_it_is,
                            the_same_person_has_the_same_id_and_another_one_has_another, no_token_is_a_missing_token,
                            bad_tokens_are_refused_before_and_after_somebody_logged_in,
                            a_token_with_one_character_changed_is_refused, a_token_ends_with_its_time,
                            a_deployment_with_another_issuer_refuses_it);

}  // namespace tenon::testing
