#include "route_list.hpp"

#include <vector>

#include "tenon/json/to_text.hpp"
#include "text_table.hpp"

namespace tenon_commands {

namespace {

// What scripts read: members are added, never renamed.
struct listed_route {
  std::string method, pattern, extension, hook;  // no hook: it stands in the extension's list of routes
  bool blocking = false;
};

std::vector<listed_route> listed(std::span<const tenon::web::route_row> routes) {
  std::vector<listed_route> out;
  for (const tenon::web::route_row& one : routes)
    out.push_back({std::string(to_string(one.method)), std::string(one.pattern), std::string(one.extension),
                   std::string(one.hook), one.blocking});
  return out;
}

}  // namespace

std::string route_table(std::span<const tenon::web::route_row> routes) {
  std::vector<std::vector<std::string>> lines{{"METHOD", "PATTERN", "EXTENSION", "NOTES"}};
  for (const listed_route& one : listed(routes)) {
    std::vector<std::string> notes;
    if (!one.hook.empty()) notes.push_back(one.hook);
    if (one.blocking) notes.emplace_back("blocking");
    lines.push_back({one.method, one.pattern, one.extension, joined(notes)});
  }
  return text_table(lines);
}
std::string route_json(std::span<const tenon::web::route_row> routes) {
  return tenon::json::to_text(listed(routes), {.indent = 2}) + '\n';
}

}  // namespace tenon_commands
