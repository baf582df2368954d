// Who is calling, and what that caller may do. Made by a provider from a bearer token it has verified.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tenon {

enum class auth_type : std::uint8_t { oauth, api_key };

[[nodiscard]] constexpr std::string_view to_string(auth_type type) noexcept {
  return type == auth_type::oauth ? "oauth" : "api_key";
}

enum class scope : std::uint8_t { read, execute };

struct scope_row {
  tenon::scope scope;
  std::string_view name;  // as it is written on the wire
};
inline constexpr std::array scope_table{scope_row{scope::read, "runt:read"}, scope_row{scope::execute, "runt:execute"}};

[[nodiscard]] constexpr std::string_view to_string(scope value) noexcept {
  return scope_table[static_cast<std::size_t>(value)].name;
}
[[nodiscard]] constexpr std::optional<scope> scope_from(std::string_view name) noexcept {
  for (const scope_row& row : scope_table)
    if (row.name == name) return row.scope;
  return std::nullopt;
}

struct resource {
  std::string id, type;
  friend bool operator==(const resource&, const resource&) = default;
};

struct user {
  std::string id, email;
  std::optional<std::string> name{}, given_name{}, family_name{};
  friend bool operator==(const user&, const user&) = default;
};

// The rights of the host's own doors; a provider hands out `user`, only the host's administrator token is `su`.
enum class role : std::uint8_t { user, admin, su };

struct passport {
  auth_type type = auth_type::oauth;
  tenon::user user{};
  std::string claims = "{}";                         // the verified payload of the token, a JSON object
  std::optional<std::vector<scope>> scopes{};        // none: the token says nothing of scopes, so it is not restricted
  std::optional<std::vector<resource>> resources{};  // none: likewise
  tenon::role role = tenon::role::user;
  std::string app{};  // the application that acts for the user, as the provider knows it; empty: the user does
};

}  // namespace tenon
