// Grants: who may do what with which resource.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tenon/word/api_key.hpp"
#include "tenon/word/passport.hpp"

namespace tenon {

enum class permission_level : std::uint8_t { writer, owner };

[[nodiscard]] constexpr std::string_view to_string(permission_level level) noexcept {
  return level == permission_level::owner ? "owner" : "writer";
}
[[nodiscard]] constexpr std::optional<permission_level> permission_level_from(std::string_view name) noexcept {
  if (name == "owner") return permission_level::owner;
  if (name == "writer") return permission_level::writer;
  return std::nullopt;
}

struct permission_check {
  bool has_access = false;
  std::optional<permission_level> level{};
};

struct grant_permission_request {
  tenon::resource resource;
  std::string user_id;     // who gets it
  std::string granted_by;  // who gives it: the owner; on a resource without an owner the first grant makes one
  permission_level level = permission_level::writer;
};

struct revoke_permission_request {
  tenon::resource resource;
  std::string user_id;     // who loses it
  std::string revoked_by;  // who takes it: the owner
};

struct permission {
  std::string user_id;
  permission_level level = permission_level::writer;
  std::optional<timestamp> granted_at{};
};

}  // namespace tenon
