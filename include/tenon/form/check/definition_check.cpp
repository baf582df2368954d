#include "tenon/form/check/definition_check.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <tuple>
#include <utility>

#include "tenon/form/check/default_sense.hpp"
#include "tenon/form/check/named_words.hpp"
#include "tenon/form/check/schema_sense.hpp"
#include "tenon/form/extension_place.hpp"
#include "tenon/form/plan/whole_schema.hpp"
#include "tenon/form/schema/schema_faults.hpp"

namespace tenon::form {

namespace {

using json::node;

// Where an ext.json of either format has its definitions; what the first has, the second has not.
constexpr std::array<std::string_view, 2> definition_sections{"/definitions", "/schemas/definitions"};

std::ptrdiff_t rank_of(std::string_view path) {
  return std::ranges::find(application_extension_files, path) - application_extension_files.begin();
}

// What leads to it leads somewhere, and nobody here can say where.
const node& anything() {
  static const json::tree made = [] {
    std::vector<finding> none;
    return *json::tree::parse("true", {}, none);
  }();
  static const node root = made.root();
  return root;
}

}  // namespace

void definition_check::add(const json_file& file, std::string_view form) {
  const brought_file& kept = files_.emplace_back(file, std::string(form));
  definitions_by_name& level = form.empty() ? of_application_ : of_forms_[kept.form];
  for (const std::string_view section : definition_sections) {
    const std::optional<node> all = kept.file.root().find_pointer(section);
    for (std::size_t i = 0; all && all->is_object() && i < all->size(); ++i) {
      brought_definition one{&kept.file, std::string(section), (*all)[i]};
      json::append_step(one.pointer, all->key(i));
      const auto [at, is_new] = level.try_emplace(std::string(all->key(i)), one);
      const bool is_nearer = rank_of(file.path()) > rank_of(at->second.file->path());
      if (!is_new && form.empty() && is_nearer) at->second = std::move(one);
    }
  }
}

void definition_check::add_own(const node& schema) {
  const std::optional<node> all = schema.find("definitions");
  for (std::size_t i = 0; all && all->is_object() && i < all->size(); ++i) own_names_.emplace(all->key(i));
}

const brought_definition* definition_check::find(std::string_view form, std::string_view name) const {
  if (const auto own = of_forms_.find(form); own != of_forms_.end())
    if (const auto found = own->second.find(name); found != own->second.end()) return &found->second;
  const auto found = of_application_.find(name);
  return found == of_application_.end() ? nullptr : &found->second;
}

definition_finder definition_check::finder(std::string_view form) const {
  return [this, form = std::string(form)](std::string_view name) {
    const brought_definition* found = find(form, name);
    return found == nullptr ? std::nullopt : std::optional(found->schema);
  };
}

std::map<std::string, const brought_definition*> definition_check::reached(std::string_view form,
                                                                           const node& schema) const {
  std::map<std::string, const brought_definition*> out;
  if (files_.empty()) return out;
  const std::optional<node> own = schema.find("definitions");
  std::vector<std::string> waiting;
  collect_references(schema, waiting);
  while (!waiting.empty()) {
    const std::string name = std::move(waiting.back());
    waiting.pop_back();
    const brought_definition* found = own && own->find(name) ? nullptr : find(form, name);
    if (found == nullptr || !out.try_emplace(name, found).second) continue;
    if (found->text.empty()) {
      found->text = found->schema.as_json();
      collect_references(found->schema, found->refers_to);
      collect_words(found->schema, found->words);
    }
    waiting.insert(waiting.end(), found->refers_to.begin(), found->refers_to.end());
  }
  return out;
}

void definition_check::tell(std::string_view form, const schema_fault& one) {
  const brought_definition* in = find(form, one.definition);
  if (in == nullptr || told_.size() >= most_schema_faults) return;
  std::string pointer = in->pointer + one.pointer;
  if (!places_.insert(std::string(in->file->path()).append("#").append(pointer)).second) return;
  told_.push_back(in->file->about(one.about, pointer,
                                  std::string("invalid extension file: ")
                                      .append(in->file->path())
                                      .append(": definition ")
                                      .append(shown(one.definition))
                                      .append(": ")
                                      .append(one.message),
                                  one.advice));
}

void definition_check::look_through(std::string_view form) {
  schema_faults all(std::nullopt, [&](std::string_view name) {
    const brought_definition* found = find(form, name);
    if (found != nullptr) return std::optional(found->schema);
    const auto has_it = [&](const auto& one) { return one.second.contains(name); };
    const bool is_elsewhere = own_names_.contains(name) || (form.empty() && std::ranges::any_of(of_forms_, has_it));
    return is_elsewhere ? std::optional(anything()) : std::nullopt;
  });
  const definitions_by_name& level = form.empty() ? of_application_ : of_forms_.find(form)->second;
  for (const auto& [name, one] : level) all.look(one.schema, name);
  for (const schema_fault& one : all.found()) tell(form, one);
  report sense;
  std::vector<located_definition> located;
  for (const auto& [name, one] : level) {
    check_definition_sense(*one.file, one.pointer, name, one.schema, words_, sense);
    located.push_back({one.file, one.pointer, one.schema});
  }
  check_defaults(located, finder(form), sense);
  for (const bundle_finding& one : sense.errors())
    if (places_.insert(one.file + "#" + one.pointer).second) told_.push_back(one);
  warned_.insert(warned_.end(), sense.warnings().begin(), sense.warnings().end());
}

void definition_check::report_all(report& to) {
  look_through({});
  for (const auto& [form, own] : of_forms_) look_through(form);
  std::map<std::string_view, std::size_t> order;
  for (const brought_file& one : files_) order.emplace(one.file.path(), order.size());
  for (std::vector<bundle_finding>* all : {&told_, &warned_})
    std::ranges::sort(*all, {}, [&](const bundle_finding& one) {
      return std::tuple(order.contains(one.file) ? order.at(one.file) : 0, one.line, std::string_view(one.pointer));
    });
  for (const bundle_finding& one : told_) to.error(one);
  for (const bundle_finding& one : warned_) to.warning(one);
}

}  // namespace tenon::form
