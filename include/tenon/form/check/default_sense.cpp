#include "tenon/form/check/default_sense.hpp"
#include "tenon/form/pointer_walk.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tenon/form/plan/whole_schema.hpp"
#include "tenon/form/render/schema_view.hpp"
#include "tenon/form/schema/schema_check.hpp"
#include "tenon/form/schema/value_type.hpp"
#include "tenon/form/schema_keywords.hpp"
#include "tenon/json/quoted.hpp"
#include "tenon/word/error.hpp"

namespace tenon::form {

namespace {

using json::node;
using json::node_kind;

template <class Words>
bool is_word_of(const Words& all, std::string_view word) {
  return std::ranges::find(all, word) != std::ranges::end(all);
}

// Of a schema that has no others a value of its type is right.
bool holds_to_its_type_alone(const node& schema) {
  constexpr std::array<std::string_view, 8> others{"type",     "title",     "description", "default",
                                                   "readOnly", "writeOnly", "examples",    "$comment"};
  for (std::size_t i = 0; i < schema.size(); ++i)
    if (!is_word_of(others, schema.key(i)) && !schema.key(i).starts_with("x-")) return false;
  return true;
}

// All of a form are held against their schemas at once, for each may need its definitions: as a list that stands where
// no property of a form does.
constexpr std::string_view marker =
                               "\x01"
                               "defaults",
                           place_of_all =
                               "/\x01"
                               "defaults/";

class default_walk : pointer_walk {
 public:
  default_walk(const json_file& file, report& to) : default_walk(to) { file_ = &file; }
  explicit default_walk(report& to) : to_(to) {}

  void look(const node& schema) {
    if (!schema.is_object() || to_.is_full()) return;
    // Null is what some write for no default.
    if (const std::optional<node> value = schema.find("default"); value && value->kind() != node_kind::null)
      below("default", [&] { look_at(*value, schema); });
    for (std::size_t i = 0; i < schema.size(); ++i) {
      const std::string_view key = schema.key(i);
      const node value = schema[i];
      const bool are_named = is_word_of(schemas_by_name, key) && value.is_object();
      if (!are_named && !is_word_of(schemas_inside, key)) continue;
      below(key, [&] {
        if (value.is_object() && !are_named) return look(value);
        for (std::size_t k = 0; k < value.size(); ++k)
          below(value.is_object() ? std::string(value.key(k)) : std::to_string(k), [&] { look(value[k]); });
      });
    }
  }

  void look_at_definition(const json_file& file, const std::string& pointer, const node& definition) {
    file_ = &file;
    pointer_ = pointer;
    look(definition);
    pointer_.clear();
  }

  // A schema that cannot be used is told of elsewhere. `whole` is asked for what references lead to.
  template <class Whole>
  void hold_all(Whole whole_schema) const try {
    if (all_.empty()) return;
    std::string schemas, values;
    for (const with_schema& one : all_) {
      schemas.append(schemas.empty() ? "" : ",").append(one.schema.as_json());
      values.append(values.empty() ? "" : ",").append(one.value.as_json());
    }
    const std::string key = json::quoted(marker);
    const std::string held = "{\"properties\":{" + key + ":{\"items\":[" + schemas + "]}}}";
    // Most of them refer to nothing, and the rest of the form costs time.
    const bool refer = schemas.find("\"$ref\"") != std::string::npos;
    const std::string whole = refer ? whole_schema(schemas) : "{}";
    std::vector<finding> ignored;
    const auto read = json::tree::parse(whole, {.max_bytes = whole.size(), .max_depth = 64}, ignored);
    if (!read) return;
    const schema_check check(held_to(read->root(), {&held, 1}));
    for (const data_finding& one : check.problems_of("{" + key + ":[" + values + "]}")) tell(one);
  } catch (const error&) {
  }

 private:
  struct with_schema {
    std::string pointer;
    node value, schema;
    const json_file* file;
  };

  void look_at(const node& value, const node& schema) {
    const std::optional<node> type = schema.find("type");
    if (type && !is_of_type(value, *type)) {
      to_.warning(file_->about(value, pointer_,
                               std::string("the default is ")
                                   .append(json::described(value.kind()))
                                   .append(", and the type is ")
                                   .append(shown(type->is_text() ? std::string(type->text()) : type->as_json())),
                               "Give it the type that an answer has."));
    } else if (!holds_to_its_type_alone(schema)) {
      all_.push_back({pointer_, value, schema, file_});
    }
  }

  // Of an object the other parts are still to be answered.
  void tell(const data_finding& one) const {
    if (one.kind == wrongness::missing || !one.pointer.starts_with(place_of_all)) return;
    const std::string_view rest = std::string_view(one.pointer).substr(place_of_all.size());
    std::size_t which = 0;
    const auto [end, failed] = std::from_chars(rest.data(), rest.data() + rest.size(), which);
    if (failed != std::errc() || which >= all_.size() || to_.is_full()) return;
    const std::string inside(rest.substr(static_cast<std::size_t>(end - rest.data())));
    const with_schema& of = all_[which];
    const node about = of.value.find_pointer(inside).value_or(of.value);
    to_.warning(of.file->about(about, of.pointer + inside,
                               std::string("the default does not keep to its schema: ").append(one.message),
                               "Correct it, or take it out: it could be no answer."));
  }

  const json_file* file_ = nullptr;
  report& to_;
  std::vector<with_schema> all_{};
};

// A schema of the definitions that these refer to. One that nobody brings may be anything.
std::string reached_definitions(const std::string& schemas, const definition_finder& brought) {
  std::vector<std::string> waiting;
  std::vector<finding> ignored;
  const std::string list = "[" + schemas + "]";
  if (const auto read = json::tree::parse(list, {.max_bytes = list.size(), .max_depth = 64}, ignored))
    collect_references(read->root(), waiting);
  std::set<std::string> seen;
  std::string out;
  while (!waiting.empty()) {
    const std::string name = std::move(waiting.back());
    waiting.pop_back();
    if (!seen.insert(name).second) continue;
    const std::optional<node> found = brought(name);
    out.append(out.empty() ? "" : ",").append(json::quoted(name)).append(":").append(found ? found->as_json() : "true");
    if (found) collect_references(*found, waiting);
  }
  return "{\"definitions\":{" + out + "}}";
}

}  // namespace

void check_defaults(const json_file& schema, const std::optional<extension_data>& brought, report& to) {
  default_walk walk(schema, to);
  walk.look(schema.root());
  walk.hold_all([&](std::string_view) { return with_definitions(schema.root(), brought); });
}

void check_defaults(std::span<const located_definition> definitions, const definition_finder& brought, report& to) {
  default_walk walk(to);
  for (const located_definition& one : definitions) walk.look_at_definition(*one.file, one.pointer, one.schema);
  walk.hold_all([&](const std::string& schemas) { return reached_definitions(schemas, brought); });
}

}  // namespace tenon::form
