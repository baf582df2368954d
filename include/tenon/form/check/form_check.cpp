#include "tenon/form/check/form_check.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "tenon/concepts/renderer.hpp"
#include "tenon/form/check/about_place.hpp"
#include "tenon/form/check/askable.hpp"
#include "tenon/form/check/default_sense.hpp"
#include "tenon/form/check/endless_reference.hpp"
#include "tenon/form/check/layout_sense.hpp"
#include "tenon/form/check/named_words.hpp"
#include "tenon/form/check/rule_circles.hpp"
#include "tenon/form/check/schema_sense.hpp"
#include "tenon/form/plan/form_init_data.hpp"
#include "tenon/form/plan/form_plan.hpp"
#include "tenon/form/plan/plan_maker.hpp"
#include "tenon/form/render/schema_view.hpp"
#include "tenon/form/schema/schema_faults.hpp"
#include "tenon/word/error.hpp"

namespace tenon::form {

namespace {

using json::node;

// References make a large form of a small file. That all forms together take time that grows with their files, those
// are no longer looked at that come after so many elements.
constexpr std::size_t elements_at_least = 100'000, bytes_of_an_element = 10;
// Definitions that a form reaches are read for it, and count too: so many bytes of them like an element.
constexpr std::size_t brought_bytes_of_an_element = 200;

void draw_nothing(const element&, canvas&) {}

// Whoever draws what the bundle claims: everything that is called so.
std::vector<renderer_row> rows_of(const brought& known, const word_set& named) {
  std::vector<renderer_row> out;
  for (const std::string& one : named)
    if (known.application_formats.contains(one) || known.form_formats.contains(one) || known.renderers.contains(one))
      out.push_back({.name = one, .extension = "the bundle", .format = one, .rank = 5, .render = &draw_nothing});
  return out;
}

std::optional<extension_data> data_of(const std::map<std::string, const brought_definition*>& reached) {
  std::optional<extension_data> out;
  for (const auto& [key, one] : reached) {
    if (!out) out.emplace();
    out->definitions.emplace(key, json::raw{one->text});
  }
  return out;
}

}  // namespace

void form_check::check_schema(const std::string& name, const json_file& schema, report& to) {
  schema_faults all(schema.root(), definitions_.finder(name));
  all.look(schema.root());
  std::vector<bundle_finding> own;
  for (const schema_fault& one : all.found()) {
    if (!one.definition.empty())
      definitions_.tell(name, one);
    else
      own.push_back(schema.about(
          one.about, one.pointer,
          std::string("invalid form schema ").append(schema.path()).append(": ").append(one.message), one.advice));
  }
  std::ranges::sort(own, {},
                    [](const bundle_finding& one) { return std::pair(one.line, std::string_view(one.pointer)); });
  for (bundle_finding& one : own) to.error(std::move(one));
}

void form_check::look_without_ui(const std::string& name, const json_file& schema, report& to) {
  check_schema_sense(schema, words_, to);
  if (to.is_full()) return;
  check_defaults(schema, data_of(definitions_.reached(name, schema.root())), to);
  check_schema(name, schema, to);
}

void form_check::tell_all(const std::vector<form_fault>& all, const std::string& name, const json_file& schema,
                          const json_file& ui, report& to) {
  const std::optional<endless_reference> endless =
      std::ranges::any_of(all, &form_fault::is_of_size)
          ? find_endless_reference(schema.root(), definitions_.finder(name))
          : std::nullopt;
  std::set<std::tuple<bool, std::string_view, std::string_view>> told;  // what stands in a list may be made twice
  for (const form_fault& one : all) {
    // Where the form was cut off, what is left says nothing of what is written.
    if (endless && one.is_warning) continue;
    if (!told.emplace(one.at.is_in_ui, one.at.pointer, one.message).second) continue;
    bundle_finding found = about_place(one.at.is_in_ui ? ui : schema, one.at.pointer, one.message, one.advice);
    if (endless && one.is_of_size)
      found = about_place(schema, endless->pointer,
                          std::string(fault_prefix)
                              .append("element: the form asks without end: the $ref '")
                              .append(shown(endless->ref))
                              .append("' leads to a schema in which it stands itself"),
                          "Take the circle out, or lay out in ui.json which of its questions are asked.");
    one.is_warning ? to.warning(std::move(found)) : to.error(std::move(found));
  }
}

void form_check::look(const std::string& name, const read_file_of_form& schema, const read_file_of_form& ui,
                      const brought& known, report& to) try {
  check_schema_sense(schema.file, words_, to);
  bytes_ += schema.text.size() + ui.text.size();
  if (to.is_full()) return;
  if (elements_ > elements_at_least + bytes_ / bytes_of_an_element) {
    check_layout_sense(ui.file, schema.file.root(), known, words_, to);
    to.warning(schema.file.about(schema.file.root(), {}, "not all of this form is looked at: those before it are large",
                                 "Look at a bundle with fewer forms, or with fewer references in them."));
    return;
  }
  word_set named;
  collect_words(schema.file.root(), named);
  collect_words(ui.file.root(), named);
  form_init_data of{.form = name};
  of.schema.text = schema.text;
  of.ui.text = ui.text;
  std::size_t brought_bytes = 0;
  const auto reached = definitions_.reached(name, schema.file.root());
  of.extensions = data_of(reached);
  for (const auto& [key, one] : reached) {
    brought_bytes += one->text.size();
    named.insert(one->words.begin(), one->words.end());
  }
  elements_ += brought_bytes / brought_bytes_of_an_element;
  const std::vector<renderer_row> rows = rows_of(known, named);
  std::optional<form_plan> made;
  std::optional<error> why_not;
  try {
    made.emplace(of, rows);
  } catch (const error& failed) {
    why_not = failed;
  }
  check_layout_sense(ui.file, made ? made->asked_schema() : schema.file.root(), known, words_, to);
  check_defaults(schema.file, of.extensions, to);
  check_schema(name, schema.file, to);
  if (why_not) throw error(*why_not);
  const form_plan& plan = *made;
  tell_all(plan.faults(), name, schema.file, ui.file, to);
  if (plan.is_whole()) {
    elements_ += check_all_is_asked(schema.file, plan, to);
    check_rule_circles(ui.file, plan, to);
  } else {
    elements_ += most_elements;
  }
} catch (const error& failed) {
  to.error(schema.file.about(schema.file.root(), {}, failed.message(), "Until that is mended, nobody can fill it in."));
}

}  // namespace tenon::form
