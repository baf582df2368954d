#include "shelf.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "pages.hpp"
#include "submission.hpp"
#include "tenon/form/composed_bundle.hpp"
#include "tenon/form/discovery.hpp"
#include "tenon/form/layout.hpp"
#include "tenon/form/open_bundle.hpp"
#include "tenon/form/plan/draw_form.hpp"
#include "tenon/form/plan/form_init_data.hpp"
#include "tenon/form/plan/form_plan.hpp"
#include "tenon/form/plan/script_renderers.hpp"
#include "tenon/form/render/schema_view.hpp"
#include "tenon/form/schema/schema_check.hpp"
#include "tenon/form/validator.hpp"
#include "tenon/word/error.hpp"

namespace tenon_forms {

namespace form = tenon::form;

namespace {

// Of whatever is wrong with a bundle this much is logged; ./tenon validate says all of it.
constexpr std::size_t most_logged = 20;

// Who draws which format, who is called by which name, and what cannot be drawn or called as it is written, is said
// better by those who know what this program is composed of: when the form is made ready.
bool is_about_the_program(const form::bundle_finding& one) {
  return one.message.starts_with("missing renderer reference") ||
         one.message.starts_with("missing function reference") || one.message.starts_with(form::fault_prefix);
}

void log_findings(const form::report& of, const tenon::log& log) {
  std::size_t said = 0;
  for (const form::bundle_finding& one : of.errors()) {
    if (is_about_the_program(one)) continue;
    if (said++ == most_logged) return log.warn("the bundle has more errors: ./tenon validate says all of them");
    log.warn(std::string(one.file).append(one.file.empty() ? "" : ": ").append(one.message));
  }
}

void log_errors(const std::string& name, const std::vector<form::load_error>& errors, const tenon::log& log) {
  for (const form::load_error& one : errors)
    log.warn(std::string("form ")
                 .append(name)
                 .append(": ")
                 .append(one.type)
                 .append(": ")
                 .append(one.message)
                 .append(" (")
                 .append(one.details)
                 .append(")"));
}

// What a form is made of beside its own files: one for all that have the same.
struct surroundings {
  form::extension_metadata says{};
  form::form_init_data data{};
};

form::read_file reader_of(const form::bundle& from) {
  return [&from](std::string_view path) { return from.read(path); };
}

surroundings around_all(const form::bundle& from) {
  form::report told;  // by the validator, of the whole bundle
  surroundings out{.says = form::application_extensions(reader_of(from), told)};
  out.data.extensions = extension_data_of(out.says);
  return out;
}

// Of a form that has an ext.json.
surroundings around_one(const form::bundle& from, const std::string& name, const surroundings& all) {
  form::report told;
  surroundings out{.says = all.says};
  form::add_form_extensions(reader_of(from), name, out.says, told);
  out.data.extensions = extension_data_of(out.says);
  return out;
}

void read_form(const form::bundle& from, const std::string& name, form::form_init_data& to) {
  const auto file = [&](std::string_view which) {
    return from.read(std::string("forms/").append(name).append("/").append(which)).value_or("");
  };
  to.form = name;
  to.schema.text = file("schema.json");
  to.ui.text = file("ui.json");
}

// With what went wrong this once.
std::string init_data_of(form::form_init_data& data, std::vector<form::load_error> errors) {
  if (data.ui.text.empty()) data.ui.text = "null";
  if (errors.empty()) return to_json(data);
  const bool is_bare = !data.extensions;
  if (is_bare) data.extensions.emplace();
  data.extensions->errors = std::move(errors);
  std::string out = to_json(data);
  data.extensions->errors.clear();
  if (is_bare) data.extensions.reset();
  return out;
}

std::unique_ptr<const form::schema_check> check_of(const form::form_plan& plan) try {
  return std::make_unique<const form::schema_check>(plan.schema());
} catch (const tenon::error& failed) {
  throw tenon::error(failed.type(), std::string("form ").append(plan.name()).append(": ").append(failed.message()));
}

// `modules` are read when somebody needs one of them.
form::script_renderers scripts_for(const std::string& name, const form::extension_metadata& says,
                                   const form::bundle& from, const composed_parts& brought, module_files& modules) {
  form::script_renderers out;
  if (brought.bundle_modules) out.all = unbound_renderers(says, brought.renderers, from.entries());
  if (out.all.empty()) return out;
  if (modules.digest().empty()) modules = module_files(from);
  modules.complete(out, name);
  return out;
}

void make_ready(ready_form& to, const form::bundle& from, surroundings& around, const composed_parts& brought,
                module_files& modules, const tenon::log& log) {
  form::form_init_data& data = around.data;
  read_form(from, to.name, data);
  form::script_renderers scripts = scripts_for(to.name, around.says, from, brought, modules);
  auto plan = std::make_unique<const form::form_plan>(data, brought.renderers, brought.functions, scripts);
  to.check = check_of(*plan);
  to.version = tag_of(plan->schema());
  std::erase(to.version, '"');
  to.title = plan->title();
  to.description = plan->description();
  const form::filling nothing = nothing_said(*plan);
  const form::drawn_form drawn = draw_form(*plan, nothing.answers, {}, link_to(to.name), {nothing.looks});
  std::vector<form::load_error> errors = plan->errors();
  errors.insert(errors.end(), nothing.errors.begin(), nothing.errors.end());
  errors.insert(errors.end(), drawn.errors.begin(), drawn.errors.end());
  log_errors(to.name, errors, log);
  to.init_data = init_data_of(data, errors);
  to.init_tag = tag_of(to.init_data);
  to.empty_page = form_page(to.title, to.description, drawn.html);
  to.page_tag = tag_of(to.empty_page);
  to.plan = std::move(plan);
  if (scripts.all.empty()) return;
  offered_scripts offered{std::move(scripts), data};
  if (!offered.data.extensions) offered.data.extensions.emplace();
  offered.data.extensions->errors = std::move(errors);
  to.offered = std::make_unique<const offered_scripts>(std::move(offered));
}

std::unique_ptr<const form::bundle> bundle_at(const std::string& path) {
  try {
    return form::open_bundle(path);
  } catch (const tenon::error& failed) {
    throw tenon::error(failed.type(), std::string(failed.message())
                                          .append(": ")
                                          .append(path)
                                          .append(" (forms.bundle, or the version that is active)"));
  }
}

}  // namespace

std::string tag_of(std::string_view text) {
  std::uint64_t sum = 14'695'981'039'346'656'037U;
  for (const char c : text) sum = (sum ^ static_cast<unsigned char>(c)) * 1'099'511'628'211U;
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out = "\"";
  for (int shift = 60; shift >= 0; shift -= 4) out += digits[(sum >> static_cast<unsigned>(shift)) & 15U];
  return out.append("-").append(std::to_string(text.size())).append("\"");
}

ready_form::ready_form() = default;
ready_form::~ready_form() = default;
ready_form::ready_form(ready_form&&) noexcept = default;

shelf shelf::open(const std::string& path, const composed_parts& brought, const tenon::log& log) {
  shelf out;
  std::unique_ptr<const form::bundle> bundle;
  if (!path.empty())
    bundle = bundle_at(path);
  else if (!brought.bundle.empty())
    bundle = std::make_unique<const form::composed_bundle>(brought.bundle);
  if (bundle) {
    log_findings(validate(*bundle), log);
    surroundings around = around_all(*bundle);
    for (const auto& [name, files] : layout_of(bundle->entries(), {}).forms) {
      if (!files.has_schema) continue;
      ready_form& one = out.all_[name];
      one.name = one.title = name;
      try {
        const auto ready_in = [&](surroundings& in) { make_ready(one, *bundle, in, brought, out.modules_, log); };
        if (has_file(bundle->entries(), form::form_extension_file(name))) {
          surroundings own = around_one(*bundle, name, around);
          ready_in(own);
        } else {
          ready_in(around);
        }
      } catch (const tenon::error& failed) {
        one.why_not = failed.message();
        log.error(one.why_not);
      }
    }
    if (!out.modules_.digest().empty())
      log.info("scripts of the bundle draw in the pages of forms: forms.bundle_modules lets them");
    log.info(std::to_string(out.all_.size())
                 .append(out.all_.size() == 1 ? " form of " : " forms of ")
                 .append(path.empty() ? "the program" : path));
    if (out.all_.empty()) log.warn("a form is a folder below forms/ of its bundle, with a schema.json and a ui.json");
  }
  out.list_page_ = tenon_forms::list_page(out.all_, bundle != nullptr);
  out.list_tag_ = tag_of(out.list_page_);
  return out;
}

bool shelf::asks_for_files() const noexcept {
  return std::ranges::any_of(all_, [](const auto& one) { return one.second.plan && one.second.plan->has_files(); });
}

const ready_form* shelf::find(std::string_view name) const {
  const auto found = all_.find(name);
  return found == all_.end() ? nullptr : &found->second;
}

}  // namespace tenon_forms
