#include "own_commands.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/call/rows_named.hpp"
#include "tenon/json/key.hpp"
#include "tenon/json/write.hpp"
#include "tenon/settings/named_texts.hpp"
#include "tenon/word/finding.hpp"

namespace tenon_console {

namespace {

using tenon::call::function_door;
using tenon::call::function_row;

struct call_by_words {
  std::vector<tenon::settings::named_text> given{};
  std::vector<tenon::finding> findings{};
  std::string result = "null";

  static bool read(void* self, const tenon::reflect::slot& place, void* arguments) {
    call_by_words& own = *static_cast<call_by_words*>(self);
    tenon::settings::read_named_texts(own.given, tenon::settings::unknown_names::refused, place, arguments,
                                      own.findings);
    return own.findings.empty();
  }
  static void write(void* self, const tenon::reflect::slot& place, const void* result) {
    static_cast<call_by_words*>(self)->result = tenon::json::written(place, result, tenon::json::camel_case);
  }
};

void fail(tenon::command_call& call, std::string_view why) {
  call.complain(why);
  call.exit_code = 1;
}

std::string unknown(const function_door& functions, std::string_view name) {
  std::string why = "Unknown function: ";
  why.append(name);
  const std::string near = tenon::call::nearest_function(functions.rows, name);
  return near.empty() ? why.append(". `list functions` shows all.")
                      : why.append(". Did you mean ").append(near).append("?");
}

std::string ambiguous(const function_door& functions, std::string_view name, std::span<const std::size_t> rows) {
  std::string why = "Several extensions have a function ";
  why.append(name).append(". Name one of them:");
  for (std::size_t row : rows) why.append(" ").append(tenon::call::whole_name(functions.rows[row]));
  return why;
}

// call NAME argument=value...
void call_function(const function_door& functions, tenon::command_call& call) {
  if (call.words.empty()) return fail(call, "Say which function, as in `call helloWorld subject=Dave`.");
  const std::string& name = call.words[0];
  const std::vector<std::size_t> rows = tenon::call::rows_named(functions.rows, name);
  if (rows.empty()) return fail(call, unknown(functions, name));
  if (rows.size() > 1) return fail(call, ambiguous(functions, name, rows));
  call_by_words one;
  for (const std::string& word : call.words.subspan(1)) {
    const std::size_t joint = word.find('=');
    if (joint == std::string::npos || joint == 0)
      return fail(call, std::string("Arguments have names: write `").append(word).append("` as name=value."));
    one.given.emplace_back(word.substr(0, joint), word.substr(joint + 1));
  }
  if (!functions.call(rows[0], {&one, &call_by_words::read, &call_by_words::write}))
    return fail(call, std::string("The extension ").append(functions.rows[rows[0]].extension).append(" does not run"));
  for (const tenon::finding& problem : one.findings)
    fail(call, std::string(problem.pointer).erase(0, 1).append(": ").append(problem.message));
  if (one.findings.empty()) call.print(one.result);
}

std::vector<std::string> function_choices(const function_door& functions, std::span<const std::string> words) {
  std::vector<std::string> out;
  if (words.size() <= 1) {
    // A colon says that somebody is about to say whose.
    const bool whole = !words.empty() && words[0].find(':') != std::string::npos;
    for (const function_row& one : functions.rows) {
      const bool alone = !whole && tenon::call::rows_named(functions.rows, one.name).size() == 1;
      out.push_back(alone ? std::string(one.name) : tenon::call::whole_name(one));
    }
    return out;
  }
  const std::vector<std::size_t> rows = tenon::call::rows_named(functions.rows, words[0]);
  if (rows.size() != 1) return out;
  using tenon::reflect::aggregate_type, tenon::reflect::named_slot;
  const tenon::reflect::slot& arguments = functions.rows[rows[0]].arguments;
  const std::span<const std::string> said = words.subspan(1, words.size() - 2);
  for (const named_slot& field : tenon::reflect::as<aggregate_type>(*arguments.of).fields) {
    const std::string start = tenon::json::spelt(field.name, tenon::json::keys::camel).append("=");
    if (std::ranges::none_of(said, [&](const std::string& one) { return one.starts_with(start); }))
      out.push_back(start);
  }
  return out;
}

void list_extensions(std::span<const tenon::extension_facts> extensions, tenon::command_call& call) {
  for (const tenon::extension_facts& one : extensions) {
    std::string line = "- ";
    line.append(one.manifest.name).append(" (").append(one.kind()).append(")");
    if (one.manifest.priority != 0)
      line.append(" (priority ").append(std::to_string(one.manifest.priority)).append(")");
    call.print(line);
  }
}

void list_exports(std::span<const tenon::extension_facts> extensions, tenon::command_call& call) {
  for (const tenon::extension_facts& one : extensions)
    if (!one.exports.empty()) call.print(std::string("- ").append(one.manifest.name).append(": ").append(one.exports));
}

}  // namespace

void add_own_commands(command_registry& to, const function_door& functions,
                      std::span<const tenon::extension_facts> extensions) {
  to.add("help", {.doc = "Lists what can be typed",
                  .run = [&to](tenon::command_call& call) { call.printed.append(to.help()); }});
  to.add("call",
         {.doc = "Calls a function, as in call helloWorld subject=Dave",
          .run = [functions](tenon::command_call& call) { call_function(functions, call); },
          .complete = [functions](std::span<const std::string> words) { return function_choices(functions, words); }});
  to.add("extension:list", {.doc = "Lists the extensions of this program, in start order",
                            .run = [extensions](tenon::command_call& call) { list_extensions(extensions, call); }});
  to.add("exports:list", {.doc = "Lists what extensions give others to use, and its type",
                          .run = [extensions](tenon::command_call& call) { list_exports(extensions, call); }});
}

}  // namespace tenon_console
