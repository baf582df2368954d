// The implementation that can do nothing: for programs that must not know anybody, and to see a host without a
// provider.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tenon/concepts/api_key_provider.hpp"
#include "tenon/concepts/permissions_provider.hpp"
#include "tenon/extension.hpp"

namespace tenon_none {

[[noreturn]] inline void refuse(std::string_view what) {
  throw tenon::error(tenon::error_type::capability_not_available,
                     std::string(what).append(" not available: this server was built without a provider (none)"));
}

// Recognises no key; every operation throws capability_not_available.
struct api_key_provider {
  static constexpr tenon::api_key_capabilities capabilities{};

  [[nodiscard]] bool is_api_key(const tenon::provider_context&) const noexcept { return false; }
  [[nodiscard]] tenon::passport validate_api_key(const tenon::provider_context&) const { refuse("API keys are"); }
  [[nodiscard]] std::string create_api_key(const tenon::authenticated_provider_context&,
                                           const tenon::create_api_key_request&) const {
    refuse("API keys are");
  }
  [[nodiscard]] tenon::api_key get_api_key(const tenon::authenticated_provider_context&, std::string_view) const {
    refuse("API keys are");
  }
  [[nodiscard]] std::vector<tenon::api_key> list_api_keys(const tenon::authenticated_provider_context&,
                                                          const tenon::list_api_keys_request&) const {
    refuse("API keys are");
  }
};

// Nobody may do anything, and nobody can change that.
struct permissions_provider {
  [[nodiscard]] tenon::permission_check check_permission(const tenon::provider_context&, std::string_view,
                                                         const tenon::resource&) const noexcept {
    return {};
  }
  void grant_permission(const tenon::provider_context&, const tenon::grant_permission_request&) const {
    refuse("Granting permissions is");
  }
  void revoke_permission(const tenon::provider_context&, const tenon::revoke_permission_request&) const {
    refuse("Revoking permissions is");
  }
  [[nodiscard]] std::vector<tenon::permission> list_permissions(const tenon::provider_context&,
                                                                const tenon::resource&) const {
    return {};
  }
};

}  // namespace tenon_none

struct none {
  static constexpr auto manifest = tenon::manifest{.name = "none",
                                                   .version = "1.0.0",
                                                   .doc = "Knows no API keys and nobody, and denies every permission.",
                                                   .core = true};

  tenon_none::api_key_provider api_key{};
  tenon_none::permissions_provider permissions{};
};
