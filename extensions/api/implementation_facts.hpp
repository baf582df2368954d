// What the extension behind the alias says of itself, as far as it says it.
#pragma once

#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>

#include "health_report.hpp"
#include "tenon/concepts/checks_settings.hpp"
#include "tenon/concepts/has_settings.hpp"
#include "tenon/reflect/enumerators.hpp"

namespace tenon_api {

// `unless_stated`, or the name of the value of a setting `deployment`.
template <class Settings>
[[nodiscard]] std::string stated_deployment(const Settings& settings, std::string unless_stated) {
  if constexpr (requires { requires tenon::reflect::Enumeration<std::remove_cvref_t<decltype(settings.deployment)>>; })
    for (const auto& one : tenon::reflect::enumerators<std::remove_cvref_t<decltype(settings.deployment)>>)
      if (one.value == static_cast<std::int64_t>(settings.deployment)) return std::string(one.name);
  return unless_stated;
}

template <class Context>
[[nodiscard]] health_facts facts_of(Context& ctx) {
  using implementation = std::remove_cvref_t<decltype(ctx.impl())>;
  std::string deployment = "development";
  health_facts facts{.deployment_env = {},
                     .provider = std::string(implementation::manifest.name),
                     .has_auth_issuer = !ctx.impl_env().auth_issuer.empty()};
  if constexpr (tenon::HasSettings<implementation>)
    deployment = stated_deployment(ctx.impl_settings(), std::move(deployment));
  if constexpr (tenon::ChecksSettings<implementation>)
    facts.provider_errors = implementation::check(ctx.impl_settings(), ctx.environment());
  facts.deployment_env = deployment_env(std::move(deployment));
  return facts;
}

}  // namespace tenon_api
