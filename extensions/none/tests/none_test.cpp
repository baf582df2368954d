// What the implementation that refuses everything says.
#include "../none.hpp"

#include <gtest/gtest.h>

#include "tenon/concepts/backend_extension.hpp"
#include "tenon/testing/caller.hpp"

static_assert(tenon::BackendExtension<::none>);
static_assert(!tenon::HasIdentity<::none>);
static_assert(tenon_none::api_key_provider::capabilities == tenon::api_key_capabilities{});
static_assert(!tenon::RevokesApiKeys<tenon_none::api_key_provider> &&
              !tenon::DeletesApiKeys<tenon_none::api_key_provider>);

TEST(none, says_that_it_is_the_build_that_lacks_a_provider) {
  const tenon::provider_env env{};
  const tenon::testing::caller ada("ada", env);
  ::none implementation;
  try {
    static_cast<void>(implementation.api_key.create_api_key(ada.known(), {}));
    FAIL();
  } catch (const tenon::error& failure) {
    EXPECT_EQ(failure.status(), 400);
    EXPECT_EQ(failure.message(), "API keys are not available: this server was built without a provider (none)");
  }
  try {
    implementation.permissions.grant_permission(ada.with({}),
                                                {{"7", "notebook"}, "ada", "ada", tenon::permission_level::owner});
    FAIL();
  } catch (const tenon::error& failure) {
    EXPECT_EQ(failure.message(),
              "Granting permissions is not available: this server was built without a provider (none)");
  }
}
