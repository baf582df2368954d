#include "tenon/form/layout.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "tenon/form/bundle_path.hpp"
#include "tenon/form/extension_place.hpp"

namespace tenon::form {

namespace {

constexpr std::array<std::string_view, 3> allowed_top{"app", "forms", "renderers"};

bool is_allowed_anywhere(std::string_view path, const module_set& modules) {
  return is_extension_file(path) || modules.contains(path);
}

bool is_below(std::string_view path, std::string_view folder, std::string_view name, std::string_view file) {
  return path == std::string(folder).append("/").append(name).append("/").append(file);
}

std::string_view top_of(std::string_view path) { return path.substr(0, path.find('/')); }

}  // namespace

bool has_file(std::span<const bundle_entry> entries, std::string_view path) {
  const auto found =
      std::ranges::lower_bound(entries, path, {}, [](const bundle_entry& one) -> std::string_view { return one.path; });
  return found != entries.end() && found->path == path && !found->is_folder;
}

std::optional<std::string> found_module(std::span<const bundle_entry> entries, std::string_view module) {
  for (const std::string_view folder : {"", "forms/", "app/"})
    if (std::string path = std::string(folder).append(module); has_file(entries, path)) return path;
  return std::nullopt;
}

role role_of(const bundle_entry& entry, const module_set& modules) {
  const std::string_view path = entry.path;
  if (entry.is_folder) return role::folder;
  if (is_extension_file(path)) return role::extension;
  if (const auto form = name_below("forms", path)) {
    if (is_below(path, "forms", *form, "schema.json") && !form->empty()) return role::schema;
    if (is_below(path, "forms", *form, "ui.json") && !form->empty()) return role::ui;
    return modules.contains(path) ? role::module : role::stray_form_file;
  }
  if (const auto renderer = name_below("renderers", path)) {
    if (is_below(path, "renderers", *renderer, "renderer.jsx") && !renderer->empty()) return role::renderer;
    return modules.contains(path) ? role::module : role::stray_renderer_file;
  }
  return modules.contains(path) ? role::module : role::application;
}

layout layout_of(std::span<const bundle_entry> entries, const module_set& modules) {
  layout out;
  word_set with_modules, with_others;
  for (const bundle_entry& one : entries) {
    const role is = role_of(one, modules);
    const auto renderer = name_below("renderers", one.path);
    if (is == role::renderer) out.renderers.emplace(*renderer);
    const std::string path = one.is_folder ? one.path + "/" : one.path;
    const auto form = name_below("forms", path);
    if (!form || form->empty()) continue;
    form_files& files = out.forms[std::string(*form)];
    files.has_schema |= is == role::schema;
    files.has_ui |= is == role::ui;
    if (is == role::module)
      with_modules.emplace(*form);
    else if (is != role::folder)
      with_others.emplace(*form);
  }
  std::erase_if(out.forms,
                [&](const auto& one) { return with_modules.contains(one.first) && !with_others.contains(one.first); });
  return out;
}

void check_top(std::span<const bundle_entry> entries, const module_set& modules, report& to) {
  word_set allowed_folders, told;
  for (const bundle_entry& one : entries) {
    if (one.is_folder || !is_allowed_anywhere(one.path, modules)) continue;
    for (std::size_t end = one.path.find('/'); end != std::string::npos; end = one.path.find('/', end + 1))
      allowed_folders.insert(one.path.substr(0, end));
  }
  for (const bundle_entry& one : entries) {
    const std::string_view top = top_of(one.path);
    const bool is_allowed =
        std::ranges::find(allowed_top, top) != allowed_top.end() ||
        (one.is_folder ? allowed_folders.contains(one.path) : is_allowed_anywhere(one.path, modules));
    if (is_allowed || !told.emplace(top).second) continue;
    to.error({.message = std::string("invalid app bundle structure: unexpected top-level directory '")
                             .append(shown(top))
                             .append("'"),
              .file = one.path,
              .advice = "At the top there are app, forms and renderers, and what an ext.json names."});
  }
  if (!has_file(entries, app_index))
    to.error({.message = std::string("missing ").append(app_index),
              .file = std::string(app_index),
              .advice = "Add the page that the application begins with."});
}

void check_place(const bundle_entry& entry, role is, report& to) {
  const auto add = [&](std::string_view before, std::string_view behind, std::string advice) {
    to.error({std::string(before).append(entry.path).append(behind), entry.path, {}, 0, std::move(advice)});
  };
  if (is == role::stray_form_file)
    add("invalid form structure: invalid form file path: ", "",
        "A form is forms/<name>/schema.json and forms/<name>/ui.json; a module has to be named by an ext.json.");
  if (is == role::stray_renderer_file)
    add("invalid renderer structure: invalid renderer file path: ", " (expected renderers/{name}/renderer.jsx)",
        "Move it there, or name it in an ext.json as a module.");
}

void check_forms_are_complete(const layout& of, report& to) {
  for (const auto& [name, files] : of.forms) {
    if (files.has_schema && files.has_ui) continue;
    to.error({.message = std::string("invalid form structure: form '")
                             .append(name)
                             .append("' is missing required files (schema.json or ui.json)"),
              .file = std::string("forms/").append(name),
              .advice = std::string("Add ").append(files.has_schema ? "ui.json."
                                                                    : (files.has_ui ? "schema.json." : "both."))});
  }
}

}  // namespace tenon::form
