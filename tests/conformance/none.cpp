// The laws on the implementation that refuses everything.
#include <implementation/none.hpp>

#include "tenon/concepts/backend_extension.hpp"
#include "tenon/testing/api_key_provider_laws.hpp"
#include "tenon/testing/permissions_provider_laws.hpp"

namespace tenon::testing {

namespace {

static_assert(BackendExtension<::none>);
static_assert(!HasIdentity<::none>);

struct stage {
  static constexpr bool makes_keys = false, grants = false;
  provider_env environment{};
  ::none implementation{};

  const provider_env& env() const { return environment; }
  timestamp now() const { return std::chrono::sys_days{std::chrono::year{2030} / 1 / 1}; }
  void pass_time(std::chrono::milliseconds) {}
};
struct api_key_stage : stage {
  auto& provider() { return implementation.api_key; }
};
struct permissions_stage : stage {
  auto& provider() { return implementation.permissions; }
};

}  // namespace

INSTANTIATE_TYPED_TEST_SUITE_P(none, api_key_provider_laws, api_key_stage);
INSTANTIATE_TYPED_TEST_SUITE_P(none, permissions_provider_laws, permissions_stage);

}  // namespace tenon::testing
