#include "tenon/form/check/form_check.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "tenon/concepts/renderer.hpp"
#include "tenon/form/check/askable.hpp"
#include "tenon/form/check/layout_sense.hpp"
#include "tenon/form/check/mistake_place.hpp"
#include "tenon/form/check/schema_sense.hpp"
#include "tenon/form/plan/plan_maker.hpp"
#include "tenon/form/plan/whole_schema.hpp"
#include "tenon/form/render/schema_view.hpp"
#include "tenon/form/schema/schema_check.hpp"
#include "tenon/word/error.hpp"

namespace tenon::form {

namespace {

using json::node;

// References make a large form of a small file. That all forms together take time that grows with their files, those
// are no longer looked at that come after so many elements.
constexpr std::size_t elements_at_least = 100'000, bytes_of_an_element = 10;

// Keys behind which a renderer is named.
constexpr std::array<std::string_view, 5> naming{"format", "x-renderer", "rendererType", "x-question-type", "type"};

void collect_words(const node& in, word_set& to) {
  for (std::size_t i = 0; i < in.size(); ++i) {
    const bool is_named = in.is_object() && in[i].is_text() && std::ranges::find(naming, in.key(i)) != naming.end();
    if (is_named && !to.contains(in[i].text())) to.emplace(in[i].text());
    if (in[i].size() > 0) collect_words(in[i], to);
  }
}

void draw_nothing(const element&, canvas&) {}

// Whoever draws what the bundle claims: everything that is called so.
std::vector<renderer_row> rows_of(const brought& known, const word_set& named, const word_set& by_definitions) {
  std::vector<renderer_row> out;
  for (const word_set* words : {&named, &by_definitions})
    for (const std::string& one : *words) {
      const bool is_brought =
          known.application_formats.contains(one) || known.form_formats.contains(one) || known.renderers.contains(one);
      if (!is_brought || std::ranges::find(out, one, &renderer_row::format) != out.end()) continue;
      out.push_back({.name = one, .extension = "the bundle", .format = one, .rank = 5, .render = &draw_nothing});
    }
  return out;
}

// What stands at a pointer, or, of what a definition from elsewhere says, around it.
bundle_finding about_place(const json_file& file, std::string pointer, std::string message, std::string advice) {
  for (;;) {
    if (const std::optional<node> found = at_pointer(file.root(), pointer))
      return file.about(*found, pointer, std::move(message), std::move(advice));
    if (pointer.empty()) return file.about(file.root(), {}, std::move(message), std::move(advice));
    pointer.resize(pointer.rfind('/'));
  }
}

}  // namespace

form_surroundings::form_surroundings(const extension_metadata& brings) : data_(extension_data_of(brings)) {
  for (const auto& [key, one] : brings.definitions) {
    std::vector<finding> ignored;
    if (const auto read = json::tree::parse(one.schema.text, {.max_depth = 64}, ignored))
      collect_words(read->root(), words_);
  }
}

void form_check::check_schema(const json_file& schema, const form_surroundings& around, const std::string& whole,
                              report& to) try {
  const schema_check ready(whole);
} catch (const error& failed) {
  to.error(about_place(schema, place_of_mistake(schema.root(), around.data(), failed.message()),
                       std::string("invalid form schema ").append(schema.path()).append(": ").append(failed.message()),
                       "Until that is mended, nobody can fill in this form."));
}

void form_check::look_without_ui(const json_file& schema, const form_surroundings& around, report& to) {
  check_schema_sense(schema, words_, to);
  if (!to.is_full()) check_schema(schema, around, with_definitions(schema.root(), around.data()), to);
}

void form_check::look(const std::string& name, const read_file_of_form& schema, const read_file_of_form& ui,
                      const form_surroundings& around, const brought& known, report& to) try {
  check_schema_sense(schema.file, words_, to);
  check_layout_sense(ui.file, schema.file.root(), known, words_, to);
  bytes_ += schema.text.size() + ui.text.size();
  if (to.is_full()) return;
  if (elements_ > elements_at_least + bytes_ / bytes_of_an_element) {
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
  of.extensions = around.data();
  const std::vector<renderer_row> rows = rows_of(known, named, around.words());
  const form_plan plan(of, rows);
  check_schema(schema.file, around, plan.schema(), to);
  for (const form_fault& one : plan.faults()) {
    const json_file& file = one.at.is_in_ui ? ui.file : schema.file;
    bundle_finding found = about_place(file, one.at.pointer, one.message, one.advice);
    one.is_warning ? to.warning(std::move(found)) : to.error(std::move(found));
  }
  if (plan.is_whole())
    elements_ += check_all_is_asked(schema.file, plan, to);
  else
    elements_ += most_elements;
} catch (const error& failed) {
  to.error(schema.file.about(schema.file.root(), {}, failed.message(), "Until that is mended, nobody can fill it in."));
}

}  // namespace tenon::form
