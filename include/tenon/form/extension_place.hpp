// Where a bundle's ext.json files lie, and whom each of them serves.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tenon::form {

// Nearer goes before farther; what the server itself brings is farther than both.
enum class level : std::uint8_t { application, form };

// The application's, the farthest first: of two that say the same key, the later wins (and the validator refuses it).
inline constexpr std::array<std::string_view, 3> application_extension_files{"ext.json", "app/forms/ext.json",
                                                                             "forms/ext.json"};

[[nodiscard]] inline std::string form_extension_file(std::string_view form_name) {
  return std::string("forms/").append(form_name).append("/ext.json");
}

// Any file of that name, also where nobody reads it.
[[nodiscard]] constexpr bool is_extension_file(std::string_view path) {
  return path == "ext.json" || path.ends_with("/ext.json");
}

struct extension_place {
  level of;
  std::string_view form_name;  // empty for the application's
};

// None for an ext.json that lies where nobody reads it.
[[nodiscard]] constexpr std::optional<extension_place> place_of(std::string_view path) {
  for (const std::string_view one : application_extension_files)
    if (path == one) return extension_place{level::application, {}};
  constexpr std::string_view before = "forms/", behind = "/ext.json";
  if (!path.starts_with(before) || !path.ends_with(behind) || path.size() <= before.size() + behind.size())
    return std::nullopt;
  const std::string_view name = path.substr(before.size(), path.size() - before.size() - behind.size());
  if (name.find('/') != std::string_view::npos) return std::nullopt;
  return extension_place{level::form, name};
}

}  // namespace tenon::form
