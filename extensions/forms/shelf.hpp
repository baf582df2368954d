// The forms of one bundle, each made ready once.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "browser_failures.hpp"
#include "modules.hpp"
#include "tenon/form/composed_files.hpp"
#include "tenon/form/function/form_function_row.hpp"
#include "tenon/form/render/renderer_row.hpp"
#include "tenon/word/log.hpp"

namespace tenon::form {
class form_plan;
class schema_check;
}  // namespace tenon::form

namespace tenon_forms {

// FNV-1a: a tag has to change with its text, and keeps no secret.
[[nodiscard]] std::string tag_of(std::string_view text);

// What the extensions of a program bring for forms.
struct composed_parts {
  std::span<const tenon::form::composed_file> bundle{};
  std::span<const tenon::form::renderer_row> renderers{};
  std::span<const tenon::form::form_function_row> functions{};
  bool bundle_modules = false;  // scripts of the bundle may draw what nobody of these does
};

struct ready_form {
  ready_form();
  ~ready_form();
  ready_form(ready_form&&) noexcept;
  ready_form& operator=(ready_form&&) = delete;

  std::string name{}, title{}, description{};
  std::string version{};  // changes with its schema
  std::string why_not{};  // it cannot be shown; empty where it can
  std::unique_ptr<const tenon::form::form_plan> plan{};
  std::unique_ptr<const tenon::form::schema_check> check{};
  std::unique_ptr<const offered_scripts> offered{};  // null: none
  // Nobody has said anything yet, so they are the same for all; but for a page that functions have a part in.
  std::string empty_page{}, init_data{};
  std::string page_tag{}, init_tag{};
};

// What was read stays as it is; reading is const and may be done from several threads.
class shelf {
 public:
  // Of a path that is empty the bundle that is composed, where there is one. Throws tenon::error where the bundle
  // cannot be read at all; whatever else is wrong with it is logged, and costs the form that it is about. What
  // `brought` points to outlives the shelf.
  [[nodiscard]] static shelf open(const std::string& path, const composed_parts& brought, const tenon::log& log);

  [[nodiscard]] const std::map<std::string, ready_form, std::less<>>& all() const noexcept { return all_; }
  // Null where there is none of that name.
  [[nodiscard]] const ready_form* find(std::string_view name) const;
  [[nodiscard]] bool asks_for_files() const noexcept;
  [[nodiscard]] const std::string& list_page() const noexcept { return list_page_; }
  [[nodiscard]] const std::string& list_tag() const noexcept { return list_tag_; }
  // Of the bundle's scripts: none where no page asks for any.
  [[nodiscard]] const module_files& modules() const noexcept { return modules_; }
  // What is told of them, which is no part of what was read.
  [[nodiscard]] browser_failures& failures() const noexcept { return *failures_; }

 private:
  shelf() = default;
  std::map<std::string, ready_form, std::less<>> all_{};
  std::string list_page_{}, list_tag_{};
  module_files modules_{};
  std::unique_ptr<browser_failures> failures_ = std::make_unique<browser_failures>();
};

}  // namespace tenon_forms
