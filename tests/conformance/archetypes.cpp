// The laws on the archetypes: laws that the least type breaks would ask for more than the concept does.
#include "moving_clock.hpp"
#include "tenon/testing/api_key_provider_archetype.hpp"
#include "tenon/testing/api_key_provider_laws.hpp"
#include "tenon/testing/identity_provider_archetype.hpp"
#include "tenon/testing/identity_provider_laws.hpp"
#include "tenon/testing/permissions_provider_archetype.hpp"
#include "tenon/testing/permissions_provider_laws.hpp"

namespace tenon::testing {

namespace {

struct stage {
  moving_clock clock{};
  provider_env environment{.db = "", .auth_issuer = "http://localhost:8080/local_oidc", .extension_config = "{}"};

  const provider_env& env() const { return environment; }
  timestamp now() const { return clock.now(); }
  void pass_time(std::chrono::milliseconds duration) { clock.pass(duration); }
};

template <class Provider>
struct api_key_stage : stage {
  static constexpr bool makes_keys = true;
  Provider keys{clock.function()};
  Provider& provider() { return keys; }
};

struct identity_stage : stage {
  identity_provider_archetype identities{clock.function()};
  identity_provider_archetype& provider() { return identities; }
  std::string token(const user& who) { return identities.issue(env().auth_issuer, who, now() + std::chrono::hours(1)); }
  std::vector<std::pair<std::string, std::string>> bad_tokens() {
    return {{"archetype-token-99", "never issued"},
            {identities.issue("http://elsewhere", {}, now() + std::chrono::hours(1)), "another issuer"},
            {identities.issue(env().auth_issuer, {}, now()), "expired"}};
  }
};

struct permissions_stage : stage {
  static constexpr bool grants = true;
  permissions_provider_archetype permissions{};
  permissions_provider_archetype& provider() { return permissions; }
};

}  // namespace

INSTANTIATE_TYPED_TEST_SUITE_P(archetype, api_key_provider_laws, api_key_stage<api_key_provider_archetype>);
INSTANTIATE_TYPED_TEST_SUITE_P(full_archetype, api_key_provider_laws, api_key_stage<full_api_key_provider_archetype>);
INSTANTIATE_TYPED_TEST_SUITE_P(archetype, identity_provider_laws, identity_stage);
INSTANTIATE_TYPED_TEST_SUITE_P(archetype, permissions_provider_laws, permissions_stage);

}  // namespace tenon::testing
