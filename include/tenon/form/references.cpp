#include "tenon/form/references.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "tenon/form/function_keyword.hpp"
#include "tenon/form/known_renderers.hpp"
#include "tenon/form/pointer_walk.hpp"
#include "tenon/form/schema_keywords.hpp"
#include "tenon/word/nearest.hpp"

namespace tenon::form {

namespace {

using json::node;

constexpr std::array<std::string_view, 3> renderer_keywords{"x-renderer", "rendererType", "x-question-type"};

template <class Words>
bool contains(const Words& all, std::string_view word) {
  return std::ranges::find(all, word) != std::ranges::end(all);
}

// Looking for the nearest among very many would take long, and help nobody.
std::string_view nearest_format(std::string_view format, const brought& known) {
  std::vector<std::string_view> all(known_formats.begin(), known_formats.end());
  all.insert(all.end(), standard_formats.begin(), standard_formats.end());
  all.insert(all.end(), built_in_renderers.begin(), built_in_renderers.end());
  for (const word_set* brought : {&known.application_formats, &known.form_formats})
    if (brought->size() <= 100) all.insert(all.end(), brought->begin(), brought->end());
  return nearest(format, all);
}

std::string_view nearest_renderer(std::string_view name, const brought& known) {
  std::vector<std::string_view> all(built_in_renderers.begin(), built_in_renderers.end());
  for (const word_set* brought : {&known.renderers, &known.application_formats, &known.form_formats})
    if (brought->size() <= 100) all.insert(all.end(), brought->begin(), brought->end());
  return nearest(name, all);
}

// The beginning of an advice; empty where there is none.
std::string nearest_known(std::string_view near) {
  return near.empty() ? std::string() : std::string("The nearest known one is '").append(near).append("'. ");
}

class reference_walk : pointer_walk {
 public:
  reference_walk(const json_file& file, const brought& known, std::string_view format_subject, report& to)
      : file_(file), known_(known), format_subject_(format_subject), to_(to) {}

  void schema(const node& one) {
    if (!one.is_object()) return;
    for (std::size_t i = 0; i < one.size(); ++i) {
      const std::string_view key = one.key(i);
      const node value = one[i];
      if (contains(schemas_by_name, key))
        below(key, [&] { each(value, &reference_walk::schema); });
      else if (contains(schemas_inside, key))
        below(key, [&] { schemas(value); });
      else if (contains(function_keywords, key))
        below(key, [&] { function(key, value); });
      else if (key == "format")
        below(key, [&] { format(value); });
      else if (contains(renderer_keywords, key))
        below(key, [&] { renderer(key, value); });
    }
  }

  void definitions(const node& one) {
    member(one, "definitions", &reference_walk::named_schemas);
    member(one, "schemas", &reference_walk::definitions_inside);
  }

  void element(const node& one) {
    member(one, "format", &reference_walk::format);
    member(one, "options", &reference_walk::options);
    member(one, "rule", &reference_walk::rule);
    member(one, "elements", &reference_walk::elements);
  }

 private:
  using visit = void (reference_walk::*)(const node&);

  void member(const node& of, std::string_view key, visit look) {
    if (const std::optional<node> found = of.find(key)) below(key, [&] { (this->*look)(*found); });
  }
  void each(const node& in, visit look) {
    for (std::size_t i = 0; i < in.size(); ++i)
      below(in.is_object() ? std::string(in.key(i)) : std::to_string(i), [&] { (this->*look)(in[i]); });
  }

  void named_schemas(const node& all) { each(all, &reference_walk::schema); }
  void definitions_inside(const node& one) { member(one, "definitions", &reference_walk::named_schemas); }
  // One, or a list of them.
  void schemas(const node& value) {
    if (value.is_object())
      schema(value);
    else
      each(value, &reference_walk::schema);
  }
  void elements(const node& all) { each(all, &reference_walk::element); }
  void options(const node& one) {
    member(one, "format", &reference_walk::format);
    member(one, "detail", &reference_walk::element);
  }
  void rule(const node& one) { member(one, "condition", &reference_walk::condition); }
  void condition(const node& one) { member(one, "schema", &reference_walk::schema); }

  void renderer(std::string_view key, const node& value) {
    const std::string_view name = value.text();
    if (!value.is_text() || to_.is_full() || known_.has_renderer(name)) return;
    std::string advice = nearest_known(nearest_renderer(name, known_));
    to_.error(file_.about(value, pointer_,
                          std::string("missing renderer reference: references non-existent renderer '")
                              .append(shown(name))
                              .append("' (")
                              .append(key)
                              .append(")"),
                          advice.append("Bring it as renderers/")
                              .append(shown(name))
                              .append("/renderer.jsx, or by an ext.json as a format.")));
  }

  void format(const node& value) {
    const std::string_view name = value.text();
    if (!value.is_text() || to_.is_full() || known_.has_format(name)) return;
    std::string advice = nearest_known(nearest_format(name, known_));
    advice.append("Bring a renderer for it in forms/ext.json, or in the ext.json of this form.");
    to_.error(file_.about(value, pointer_,
                          std::string("missing renderer reference: ")
                              .append(format_subject_)
                              .append(" references renderer with format '")
                              .append(shown(name))
                              .append("' but no extension renderer is defined for this format"),
                          std::move(advice)));
  }

  void function(std::string_view keyword, const node& value) {
    std::vector<use_problem> wrong;
    const std::optional<function_use> read = read_function_use(keyword, value, wrong);
    for (const use_problem& one : wrong) {
      if (to_.is_full()) return;
      to_.error(file_.about(one.about, std::string(pointer_).append(one.pointer),
                            std::string("invalid function reference: ").append(one.message), one.advice));
    }
    if (!read || to_.is_full() || !known_.is_all || known_.application_functions.contains(read->function) ||
        known_.form_functions.contains(read->function))
      return;
    to_.error(file_.about(value, pointer_,
                          std::string("missing function reference: references non-existent function '")
                              .append(shown(read->function))
                              .append("' (")
                              .append(keyword)
                              .append(")"),
                          nearest_function(read->function)));
  }

  [[nodiscard]] std::string nearest_function(std::string_view name) const {
    std::vector<std::string_view> all;
    for (const word_set* brought : {&known_.application_functions, &known_.form_functions})
      if (brought->size() <= 100) all.insert(all.end(), brought->begin(), brought->end());
    return nearest_known(nearest(name, all))
        .append("Name it among the functions of forms/ext.json, or of the ext.json of this form.");
  }

  const json_file& file_;
  const brought& known_;
  std::string_view format_subject_;
  report& to_;
};

}  // namespace

bool brought::has_format(std::string_view format) const {
  return !is_all || contains(built_in_renderers, format) || contains(known_formats, format) ||
         contains(standard_formats, format) || application_formats.contains(format) || form_formats.contains(format);
}

bool brought::has_renderer(std::string_view name) const {
  return !is_all || contains(built_in_renderers, name) || renderers.contains(name) ||
         application_formats.contains(name) || form_formats.contains(name);
}

void check_schema_references(const json_file& schema, const brought& known, report& to) {
  reference_walk(schema, known, "schema property", to).schema(schema.root());
}

void check_definition_references(const json_file& extension, const brought& known, report& to) {
  reference_walk(extension, known, "definition", to).definitions(extension.root());
}

void check_ui_references(const json_file& ui, const brought& known, report& to) {
  reference_walk(ui, known, "UI schema", to).element(ui.root());
}

}  // namespace tenon::form
