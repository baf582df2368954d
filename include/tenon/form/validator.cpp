#include "tenon/form/validator.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tenon/form/bundle_path.hpp"
#include "tenon/form/check/definition_check.hpp"
#include "tenon/form/check/form_check.hpp"
#include "tenon/form/claim_check.hpp"
#include "tenon/form/extension_file.hpp"
#include "tenon/form/json_file.hpp"
#include "tenon/form/layout.hpp"
#include "tenon/form/references.hpp"
#include "tenon/word/error.hpp"

namespace tenon::form {

namespace {

bool is_called_like_a_script(std::string_view path) {
  return std::ranges::any_of(std::array{".js", ".mjs", ".jsx", ".ts", ".tsx"},
                             [&](std::string_view one) { return path.ends_with(one); });
}

class validation {
 public:
  validation(const bundle& of, const validator_options& how) : bundle_(of), how_(how) {}

  report result() {
    report all;
    for (const bundle_finding& one : bundle_.problems()) all.error(one);
    const report extensions = read_extensions();
    const bool is_cause_first = !unread_.empty();
    if (is_cause_first) {
      all.append(extensions);
      take_scripts_for_modules();
    }
    check_top(bundle_.entries(), modules_, all);
    layout_ = layout_of(bundle_.entries(), modules_);
    report references;
    for (const bundle_entry& one : bundle_.entries()) check_file(one, all, references);
    check_lone_schema(references);
    check_forms_are_complete(layout_, all);
    if (!is_cause_first) all.append(extensions);
    check_definitions(all);
    definitions_.report_all(all);
    all.append(references);
    all.info = info();
    return all;
  }

 private:
  // Those of the application come first, for they serve every form.
  report read_extensions() {
    report found;
    claim_check claims(found);
    for (const bool of_application : {true, false})
      for (const bundle_entry& one : bundle_.entries()) {
        if (one.is_folder || !is_extension_file(one.path)) continue;
        const std::optional<extension_place> place = place_of(one.path);
        const bool serves_all = place && place->of == level::application;
        if (serves_all != of_application) continue;
        std::optional<extension_file> file = read_extension(one.path, found);
        if (place && (!file || !file->read)) unread_.emplace(place->form_name);
        if (!file) continue;
        check_modules(*file, found);
        if (!place) {
          found.warning(unread(one.path));
          continue;
        }
        serves_all ? claims.application_file(*file) : claims.form_file(*file);
        word_set& formats = serves_all ? formats_ : form_formats_[std::string(place->form_name)];
        for (const auto& [key, renderer] : file->says.renderers) {
          formats.insert(renderer.format);
          named_renderers_.push_back(key);
        }
        word_set& functions = serves_all ? functions_ : form_functions_[std::string(place->form_name)];
        for (const auto& [key, function] : file->says.functions) functions.insert(function.name);
        if (file->read) definitions_.add(*file->read, place->form_name);
      }
    return found;
  }

  // What a file names that cannot be read is not known: nobody is told of what may follow from that alone.
  void take_scripts_for_modules() {
    for (const bundle_entry& one : bundle_.entries())
      if (!one.is_folder && is_called_like_a_script(one.path)) modules_.insert(one.path);
  }
  [[nodiscard]] bool is_all_known_to(std::string_view form) const {
    return !unread_.contains(std::string_view()) && !unread_.contains(form);
  }

  std::optional<extension_file> read_extension(const std::string& path, report& found) {
    try {
      return read_extension_file(path, bundle_.read(path).value_or(std::string()), found);
    } catch (const error& failed) {
      found.error(unreadable_extension_file(path, failed.message()));
      return std::nullopt;
    }
  }

  // Warnings: what a form refers to is an error there, and a definition that no form refers to harms nobody.
  void check_definitions(report& found) const {
    word_set formats = formats_, functions = functions_;  // of any form, for what serves them all
    for (const auto& [form, own] : form_formats_) formats.insert(own.begin(), own.end());
    for (const auto& [form, own] : form_functions_) functions.insert(own.begin(), own.end());
    definitions_.each_file([&](const json_file& file, std::string_view form) {
      if (!file.root().is_object()) return;
      report wrong;
      const brought known = form.empty()
                                ? brought{layout_.renderers, formats, nothing_, functions, nothing_, unread_.empty()}
                                : seen_by(form);
      check_definition_references(file, known, wrong);
      for (const bundle_finding& each : wrong.errors()) found.warning(each);
    });
  }

  static bundle_finding unread(const std::string& path) {
    return {.message = std::string("invalid extension file: ").append(path).append(": nobody reads it here"),
            .file = path,
            .advice = "Move it to forms/ext.json, forms/<name>/ext.json, app/forms/ext.json or ext.json."};
  }

  void check_modules(const extension_file& file, report& found) {
    for (const module_use& one : file.modules) {
      // Beside it, or instead of it, what it was built to, for browsers.
      bool is_there = false;
      for (const std::string_view ending : {"", ".js"})
        if (std::optional<std::string> path = found_module(bundle_.entries(), std::string(one.path).append(ending))) {
          modules_.insert(*std::move(path));
          is_there = true;
        }
      if (is_there || found.is_full()) continue;
      const bool is_script = is_called_like_a_script(one.path);
      bundle_finding missing{
          .message = std::string("missing extension module: extension module '")
                         .append(shown(one.written))
                         .append(is_script ? "' not found in bundle"
                                           : "' not found in bundle and does not appear to be a valid module path"),
          .file = file.path,
          .pointer = one.pointer,
          .line = one.line,
          .advice = "It is looked for from the bundle's root, then under forms/, then under app/: add it there."};
      if (is_script && !how_.strict)
        found.warning(std::move(missing));
      else
        found.error(std::move(missing));
    }
  }

  void check_file(const bundle_entry& one, report& found, report& references) {
    const role is = role_of(one, modules_);
    check_place(one, is, found);
    if (is == role::schema)
      check_form_file(one.path, "form schema", "form schema", &check_schema_references, found, references);
    if (is == role::ui) check_form_file(one.path, "form UI", "form UI schema", &check_ui_references, found, references);
  }

  void check_form_file(const std::string& path, std::string_view called, std::string_view called_later,
                       void (*check)(const json_file&, const brought&, report&), report& found, report& references) {
    std::optional<std::string> text;
    try {
      text = bundle_.read(path);
    } catch (const error& failed) {
      references.error({std::string("failed to open ").append(called_later).append(": ").append(failed.message()),
                        path,
                        {},
                        0,
                        "Put the file into the bundle anew."});
    }
    if (!text) return;
    const std::string prefix = std::string("invalid JSON in ").append(called).append(" ").append(path).append(": ");
    const std::optional<json_file> file = json_file::parse(path, *text, prefix, found);
    if (!file) return;
    if (!file->root().is_object())
      return references.error(file->about(file->root(), {},
                                          std::string("failed to parse ")
                                              .append(called_later)
                                              .append(": expected an object, found ")
                                              .append(json::described(file->root().kind())),
                                          "Write an object."));
    const std::string name(*name_below("forms", path));
    check(*file, seen_by(name), references);
    read_file_of_form one{*std::move(text), *file};
    if (check == &check_schema_references) {
      check_lone_schema(references);
      definitions_.add_own(file->root());
      waiting_.emplace(name, std::move(one));
    } else if (waiting_ && waiting_->first == name) {
      forms_.look(name, waiting_->second, one, seen_by(name), references);
      waiting_.reset();
    }
  }

  // Of a form whose UI schema is not there, or cannot be read: it would have been the next.
  void check_lone_schema(report& found) {
    if (!waiting_) return;
    forms_.look_without_ui(waiting_->first, waiting_->second.file, found);
    waiting_.reset();
  }

  [[nodiscard]] brought seen_by(std::string_view form) const {
    const auto own = [&](const auto& all) -> const word_set& {
      const auto found = all.find(form);
      return found == all.end() ? nothing_ : found->second;
    };
    return {layout_.renderers, formats_, own(form_formats_), functions_, own(form_functions_), is_all_known_to(form)};
  }

  [[nodiscard]] bundle_info info() const {
    const std::vector<bundle_entry>& entries = bundle_.entries();
    // One that has a folder of its own may be named too. One that a form replaces is there, for the other forms.
    const auto without_folder = std::ranges::count_if(
        named_renderers_, [&](const std::string& key) { return !layout_.renderers.contains(key); });
    return {.file_count = static_cast<std::size_t>(std::ranges::count(entries, false, &bundle_entry::is_folder)),
            .form_count = layout_.forms.size(),
            .renderer_count = layout_.renderers.size() + static_cast<std::size_t>(without_folder),
            .has_app_index = has_file(entries, app_index)};
  }

  const bundle& bundle_;
  const validator_options& how_;
  module_set modules_{};
  const word_set nothing_{};
  word_set unread_{};  // forms whose ext.json is no JSON; empty: one that serves all of them is not
  word_set formats_{}, functions_{};
  std::vector<std::string> named_renderers_{};  // by each ext.json
  std::map<std::string, word_set, std::less<>> form_formats_{}, form_functions_{};
  layout layout_{};
  std::optional<std::pair<std::string, read_file_of_form>> waiting_{};  // a form's schema, for its UI schema
  definition_check definitions_{};
  form_check forms_{definitions_};
};

}  // namespace

report validate(const bundle& of, const validator_options& how) { return validation(of, how).result(); }

}  // namespace tenon::form
