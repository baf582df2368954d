#include "function_list.hpp"

#include <cstddef>
#include <optional>
#include <vector>

#include "tenon/json/key.hpp"
#include "tenon/json/to_text.hpp"
#include "tenon/json/write.hpp"
#include "tenon/reflect/expectation.hpp"
#include "tenon/reflect/type.hpp"
#include "tenon/word/raw_json.hpp"
#include "text_table.hpp"

namespace tenon_commands {

namespace {

using tenon::call::function_row;
using tenon::reflect::aggregate_type;

// What scripts read: members are added, never renamed.
struct listed_argument {
  std::string name, type;
  bool required = false;
  std::optional<tenon::json::raw> value{};  // the default; none: it is required, or absent unless given
  std::string doc;
};
struct listed_function {
  std::string name, extension, doc;
  std::vector<listed_argument> arguments{};
  std::string result;  // what it gives, as C++ names it; empty: nothing
  bool admin = false, su = false, no_side_effects = false;
};

struct arguments_of {
  const aggregate_type& type;
  std::vector<listed_argument>& to;
};
void add_arguments(void* context, const void* defaults) {
  const arguments_of& all = *static_cast<const arguments_of*>(context);
  void* places[tenon::reflect::most_places]{};
  all.type.places(const_cast<void*>(defaults), places);
  for (std::size_t i = 0; i < all.type.fields.size(); ++i) {
    const tenon::reflect::named_slot& field = all.type.fields[i];
    listed_argument one{.name = tenon::json::spelt(field.name, tenon::json::keys::camel),
                        .type = tenon::reflect::expected(field),
                        .required = field.wears->required,
                        .doc = std::string(field.wears->told.doc.view())};
    const bool absent = field.of->is == tenon::reflect::kind::optional &&
                        tenon::reflect::as<tenon::reflect::optional_type>(*field.of).get(places[i]) == nullptr;
    if (!one.required && !absent)
      one.value = tenon::json::raw{
          field.wears->secret ? "\"***\"" : tenon::json::written(field, places[i], tenon::json::camel_case)};
    all.to.push_back(std::move(one));
  }
}

std::vector<listed_function> listed(function_rows functions) {
  std::vector<listed_function> out;
  for (const function_row& one : functions) {
    listed_function made{.name = std::string(one.name),
                         .extension = std::string(one.extension),
                         .doc = std::string(one.doc),
                         .result = one.gives_result ? std::string(one.result.of->name) : std::string(),
                         .admin = one.admin,
                         .su = one.su,
                         .no_side_effects = one.no_side_effects};
    arguments_of all{tenon::reflect::as<aggregate_type>(*one.arguments.of), made.arguments};
    one.with_defaults(&all, add_arguments);
    out.push_back(std::move(made));
  }
  return out;
}

// `subject = "World", count?, size!` for people.
std::string shown(const std::vector<listed_argument>& arguments) {
  std::string text;
  for (const listed_argument& one : arguments) {
    text.append(text.empty() ? "" : ", ").append(one.name);
    if (one.value)
      text.append(" = ").append(one.value->text);
    else if (!one.required)
      text.append("?");
  }
  return text;
}

}  // namespace

std::string function_table(function_rows functions) {
  std::vector<std::vector<std::string>> lines{{"FUNCTION", "EXTENSION", "ARGUMENTS", "NOTES"}};
  for (const listed_function& one : listed(functions)) {
    std::vector<std::string> notes;
    if (one.su)
      notes.emplace_back("su");
    else if (one.admin)
      notes.emplace_back("admin");
    if (one.no_side_effects) notes.emplace_back("no-side-effects");
    lines.push_back({one.name, one.extension, shown(one.arguments), joined(notes)});
  }
  return text_table(lines);
}
std::string function_json(function_rows functions) {
  return tenon::json::to_text(listed(functions), {.indent = 2}) + '\n';
}

}  // namespace tenon_commands
