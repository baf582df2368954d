// The laws on the implementation that examples/provider_package installs.
#include "../../examples/provider_package/acme_keys.hpp"
#include "moving_clock.hpp"
#include "tenon/concepts/backend_extension.hpp"
#include "tenon/testing/api_key_provider_laws.hpp"

namespace tenon::testing {

namespace {

static_assert(BackendExtension<::acme_keys>);

struct acme_stage {
  static constexpr bool makes_keys = true;
  moving_clock clock{};
  provider_env environment{};
  ::acme::api_keys keys{clock.function()};

  auto& provider() { return keys; }
  const provider_env& env() const { return environment; }
  timestamp now() const { return clock.now(); }
  void pass_time(std::chrono::milliseconds duration) { clock.pass(duration); }
};

}  // namespace

INSTANTIATE_TYPED_TEST_SUITE_P(provider_package, api_key_provider_laws, acme_stage);

}  // namespace tenon::testing
