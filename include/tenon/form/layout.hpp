// Which files a bundle may have, and where: the rules that look at paths alone.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "tenon/form/bundle.hpp"
#include "tenon/form/references.hpp"
#include "tenon/form/report.hpp"

namespace tenon::form {

// Files that extension files name as modules, by their paths in the bundle.
using module_set = word_set;

// The page that an application begins with.
inline constexpr std::string_view app_index = "app/index.html";

[[nodiscard]] bool has_file(std::span<const bundle_entry> entries, std::string_view path);

// Where a module lies: as it is named from the bundle's root, then under forms/, then under app/.
[[nodiscard]] std::optional<std::string> found_module(std::span<const bundle_entry> entries, std::string_view module);

enum class role : std::uint8_t {
  application,
  schema,
  ui,
  extension,
  module,
  renderer,
  folder,
  stray_form_file,
  stray_renderer_file
};

// What an entry is. A module and an ext.json are allowed wherever they lie.
[[nodiscard]] role role_of(const bundle_entry& entry, const module_set& modules);

struct form_files {
  bool has_schema = false, has_ui = false;
};

struct layout {
  std::map<std::string, form_files, std::less<>> forms{};
  word_set renderers{};  // those that have their file
};

// A folder below forms/ that holds modules and nothing else is no form.
[[nodiscard]] layout layout_of(std::span<const bundle_entry> entries, const module_set& modules);

// Names at the top that do not belong there, and a missing app/index.html.
void check_top(std::span<const bundle_entry> entries, const module_set& modules, report& to);

// A file of forms/ or renderers/ that is none of those that belong there.
void check_place(const bundle_entry& entry, role is, report& to);

void check_forms_are_complete(const layout& of, report& to);

}  // namespace tenon::form
