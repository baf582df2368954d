#include "driver_list.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include "argument_list.hpp"
#include "tenon/json/to_text.hpp"
#include "text_table.hpp"

namespace tenon_commands {

namespace {

using tenon::call::driver_row, tenon::call::method_row;

// What scripts read: members are added, never renamed.
struct listed_method {
  std::string name, doc;
  std::vector<listed_argument> arguments{};
  std::string result;  // what it gives, as C++ names it; empty: nothing
};
struct listed_driver {
  std::string name, interface, extension, doc, granted_to;
  unsigned most_calls = 0, within_seconds = 0;
  std::vector<listed_method> methods{};
};

std::string_view name_of(tenon::granted to) {
  switch (to) {
    case tenon::granted::everyone:
      return "everyone";
    case tenon::granted::users:
      return "users";
    case tenon::granted::nobody:
      break;
  }
  return "nobody";
}

std::vector<listed_driver> listed(driver_rows drivers) {
  std::vector<listed_driver> out;
  for (const driver_row& one : drivers) {
    listed_driver made{.name = std::string(one.name),
                       .interface = std::string(one.of.name),
                       .extension = std::string(one.extension),
                       .doc = std::string(one.doc),
                       .granted_to = std::string(name_of(one.to)),
                       .most_calls = one.most_calls,
                       .within_seconds = one.most_calls == 0 ? 0 : one.within_seconds};
    for (const method_row& method : one.of.methods)
      made.methods.push_back({.name = std::string(method.name),
                              .doc = std::string(method.doc),
                              .arguments = listed_arguments(method.arguments, method.with_defaults),
                              .result = method.streams        ? "stream"
                                        : method.gives_result ? std::string(method.result.of->name)
                                                              : std::string()});
    out.push_back(std::move(made));
  }
  return out;
}

}  // namespace

std::string driver_table(driver_rows drivers) {
  std::vector<std::vector<std::string>> lines{{"INTERFACE", "DRIVER", "EXTENSION", "METHOD", "ARGUMENTS", "FOR"}};
  for (const listed_driver& one : listed(drivers))
    for (const listed_method& method : one.methods)
      lines.push_back({one.interface, one.name, one.extension, method.name, shown(method.arguments), one.granted_to});
  return text_table(lines);
}
std::string driver_json(driver_rows drivers) { return tenon::json::to_text(listed(drivers), {.indent = 2}) + '\n'; }

}  // namespace tenon_commands
