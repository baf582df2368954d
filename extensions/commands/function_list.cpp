#include "function_list.hpp"

#include <utility>
#include <vector>

#include "argument_list.hpp"
#include "tenon/json/to_text.hpp"
#include "text_table.hpp"

namespace tenon_commands {

namespace {

using tenon::call::function_row;

// What scripts read: members are added, never renamed.
struct listed_function {
  std::string name, extension, doc;
  std::vector<listed_argument> arguments{};
  std::string result;  // what it gives, as C++ names it; empty: nothing
  bool admin = false, su = false, no_side_effects = false;
};

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
    made.arguments = listed_arguments(one.arguments, one.with_defaults);
    out.push_back(std::move(made));
  }
  return out;
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
