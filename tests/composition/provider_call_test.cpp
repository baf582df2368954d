#include "tenon/composition/provider_call.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "tenon/testing/api_key_provider_archetype.hpp"
#include "tenon/testing/caller.hpp"

namespace {

using tenon::testing::error_of;
namespace provider_call = tenon::provider_call;

tenon::timestamp today() { return std::chrono::sys_days{std::chrono::year{2030} / 1 / 1}; }

// Has every operation and claims none: what is not claimed must not be called. Of pages it knows nothing.
struct modest : tenon::testing::full_api_key_provider_archetype {
  static constexpr tenon::api_key_capabilities capabilities{};
  using full_api_key_provider_archetype::full_api_key_provider_archetype;
  int asked_for_a_page = 0;

  std::vector<tenon::api_key> list_api_keys(const tenon::authenticated_provider_context& caller,
                                            const tenon::list_api_keys_request& page) {
    asked_for_a_page += page.limit || page.offset;
    return full_api_key_provider_archetype::list_api_keys(caller, {});
  }
};

template <class Provider>
class provider_call_test : public testing::Test {
 protected:
  std::string make() {
    return provider_call::create_api_key(
        provider, ada.known(), {.scopes = {tenon::scope::read}, .expires_at = today() + std::chrono::hours(1)});
  }
  std::string ids(const tenon::list_api_keys_request& page) {
    std::string text;
    for (const tenon::api_key& one : provider_call::list_api_keys(provider, ada.known(), page)) text += one.id;
    return text;
  }
  tenon::provider_env env{};
  tenon::testing::caller ada{"ada", env};
  Provider provider{today};
};
using without_capabilities = provider_call_test<modest>;
using with_capabilities = provider_call_test<tenon::testing::full_api_key_provider_archetype>;

std::string said_by(auto operation) {
  try {
    operation();
  } catch (const tenon::error& refused) {
    return std::string(to_string(refused.type())) + ": " + refused.message();
  }
  return "nothing";
}

}  // namespace

TEST_F(without_capabilities, a_provider_is_not_called_for_what_it_does_not_claim) {
  static_cast<void>(make());
  EXPECT_EQ(said_by([&] { provider_call::revoke_api_key(provider, ada.known(), "1"); }),
            "capability_not_available: Revoke capability is not supported");
  EXPECT_EQ(said_by([&] { provider_call::delete_api_key(provider, ada.known(), "1"); }),
            "capability_not_available: delete capability is not supported");
  EXPECT_FALSE(provider.get_api_key(ada.known(), "1").revoked);
}

TEST_F(without_capabilities, a_key_with_resources_is_refused_even_with_none_of_them) {
  tenon::create_api_key_request wanted{
      .scopes = {tenon::scope::read}, .resources = {{}}, .expires_at = today() + std::chrono::hours(1)};
  EXPECT_EQ(said_by([&] { static_cast<void>(provider_call::create_api_key(provider, ada.known(), wanted)); }),
            "capability_not_available: Creating api keys with resources is not supported");
  EXPECT_EQ(ids({}), "");
}

TEST_F(without_capabilities, a_page_is_cut_from_the_whole_list) {
  for (int i = 0; i < 4; ++i) static_cast<void>(make());
  EXPECT_EQ(ids({}), "1234");
  EXPECT_EQ(ids({.limit = 2}), "12");
  EXPECT_EQ(ids({.limit = 2, .offset = 1}), "23");
  EXPECT_EQ(ids({.offset = 3}), "4");
  EXPECT_EQ(ids({.limit = 9, .offset = 4}), "");
  EXPECT_EQ(ids({.limit = 0}), "");
  EXPECT_EQ(ids({.limit = 0xffffffff, .offset = 0xffffffff}), "");
  EXPECT_EQ(provider.asked_for_a_page, 0);
}

TEST_F(with_capabilities, a_provider_does_itself_what_it_claims) {
  for (int i = 0; i < 3; ++i) static_cast<void>(make());
  EXPECT_EQ(ids({.limit = 1, .offset = 1}), "2");
  provider_call::revoke_api_key(provider, ada.known(), "1");
  EXPECT_TRUE(provider.get_api_key(ada.known(), "1").revoked);
  provider_call::delete_api_key(provider, ada.known(), "2");
  EXPECT_EQ(ids({}), "13");
  EXPECT_EQ(provider_call::key_set(provider, ada.with({}), "3"), R"({"keys":[]})");
}

TEST(key_sets, are_not_found_where_a_provider_publishes_none) {
  const tenon::provider_env env{};
  const tenon::testing::caller ada{"ada", env};
  tenon::testing::api_key_provider_archetype provider{today};
  EXPECT_EQ(said_by([&] { static_cast<void>(provider_call::key_set(provider, ada.with({}), "1")); }),
            "not_found: The JWKS endpoint is not available for this provider");
}
