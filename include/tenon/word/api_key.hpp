// API keys as providers and their hosts speak of them.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/word/passport.hpp"
#include "tenon/word/timestamp.hpp"

namespace tenon {

// The operations that an ApiKeyProvider may leave out.
enum class api_key_capability : std::uint8_t { revoke, delete_, create_with_resources, list_keys_paginated };

inline constexpr std::array<std::string_view, 4> api_key_capability_names{"revoke", "delete", "create_with_resources",
                                                                          "list_keys_paginated"};

[[nodiscard]] constexpr std::string_view to_string(api_key_capability value) noexcept {
  return api_key_capability_names[static_cast<std::size_t>(value)];
}

// Which of them a provider claims: a constant of its type, so that a claim without the operation does not compile.
class api_key_capabilities {
 public:
  constexpr api_key_capabilities() = default;
  constexpr api_key_capabilities(std::initializer_list<api_key_capability> list) {
    for (api_key_capability one : list) bits_ |= bit(one);
  }

  [[nodiscard]] constexpr bool contains(api_key_capability one) const { return (bits_ & bit(one)) != 0; }
  friend constexpr bool operator==(api_key_capabilities, api_key_capabilities) = default;

 private:
  static constexpr unsigned bit(api_key_capability one) { return 1U << static_cast<unsigned>(one); }
  unsigned bits_ = 0;
};

struct create_api_key_request {
  std::vector<scope> scopes;                         // never empty
  std::optional<std::vector<resource>> resources{};  // only for a provider with `create_with_resources`
  timestamp expires_at{};                            // in the future
  std::optional<std::string> name{};
  bool user_generated = true;
};

struct api_key {
  std::string id, user_id;
  std::vector<scope> scopes;
  std::optional<std::vector<resource>> resources{};
  timestamp expires_at{};
  std::optional<std::string> name{};
  bool user_generated = true;
  bool revoked = false;
  friend bool operator==(const api_key&, const api_key&) = default;
};

struct list_api_keys_request {
  std::optional<std::uint32_t> limit{}, offset{};  // none: all of them, from the first
};

}  // namespace tenon
