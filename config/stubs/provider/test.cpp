#include "../@entry@"

#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <tenon/testing/api_key_provider_laws.hpp>
#include <tenon/testing/caller.hpp>
#include <tenon/testing/harness.hpp>

namespace {

// What the laws of every ApiKeyProvider are tried on, with a time that they move on.
struct stage {
  static constexpr bool makes_keys = true;

  tenon::provider_env environment{};
  std::shared_ptr<tenon::timestamp> time = std::make_shared<tenon::timestamp>(std::chrono::hours(24 * 365 * 60));
  std::function<tenon::timestamp()> clock = [time = time] { return *time; };
  @identifier@_provider::api_keys keys{clock};

  auto& provider() { return keys; }
  const tenon::provider_env& env() const { return environment; }
  tenon::timestamp now() const { return *time; }
  void pass_time(std::chrono::milliseconds duration) { *time += duration; }
};

TEST(@identifier@, makes_keys_that_begin_as_its_settings_say) {
  const @identifier@::settings own{.mark = "mine-"};
  using behind_the_alias = tenon::implementation<@identifier@>;
  tenon::testing::harness<behind_the_alias> on(own);
  const tenon::provider_env env{};
  const tenon::testing::caller ada("ada", env);
  const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  const std::string key = on.extension().api_key.create_api_key(
      ada.known(), {.scopes = {tenon::scope::read}, .expires_at = now + std::chrono::hours(24)});
  EXPECT_TRUE(key.starts_with("mine-000000000001_")) << key;
  EXPECT_TRUE(on.extension().api_key.is_api_key(ada.with(key)));
  EXPECT_EQ(on.extension().api_key.validate_api_key(ada.with(key)).user.id, "ada");
}

}  // namespace

namespace tenon::testing {
INSTANTIATE_TYPED_TEST_SUITE_P(own, api_key_provider_laws, stage);
}
