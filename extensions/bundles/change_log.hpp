// What has changed from one version to another.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "version_record.hpp"

namespace tenon_bundles {

struct form_name {
  std::string form{};
};
struct field_change {
  std::string field{}, type{};
};
struct form_modification {
  std::string form{};
  bool schema_changed = false, ui_changed = false, core_changed = false;
  std::optional<std::vector<field_change>> added_fields{}, removed_fields{};  // a field of another type is both
};

// As clients know it; what is empty is left out.
struct change_log {
  std::string compare_version_a{}, compare_version_b{};
  bool form_changes = false, ui_changes = false;
  std::optional<std::vector<form_name>> new_forms{}, removed_forms{};
  std::optional<std::vector<form_modification>> modified_forms{};
};

// By name of the form, and of the field.
[[nodiscard]] change_log changes(const version_record& from, const version_record& to);

}  // namespace tenon_bundles
