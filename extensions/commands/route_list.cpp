#include "route_list.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "tenon/json/to_text.hpp"
#include "text_table.hpp"

namespace tenon_commands {

namespace {

// What scripts read: members are added, never renamed.
struct listed_route {
  std::string method, pattern, extension, hook;  // no hook: it stands in the extension's list of routes
  bool blocking = false;
  std::string access;  // anybody, optional: who shows no token is nobody, authenticated, asks_itself: the handler does
  std::optional<std::string> role{};
  std::vector<std::string> scopes{};
  std::optional<std::size_t> body_limit{};
  std::optional<std::string> rate_limit{};  // 100/60: requests, and in how many seconds
  std::optional<std::string> subdomain{};
  std::vector<std::string> middleware{};
  bool web_socket = false;
  std::optional<std::size_t> message_limit{};
  bool any_origin = false;
};

listed_route listed(const tenon::web::route_row& one) {
  using tenon::web::admission;
  const tenon::web::route_terms& terms = one.terms;
  listed_route out{.method = std::string(to_string(one.method)),
                   .pattern = std::string(one.pattern),
                   .extension = std::string(one.extension),
                   .hook = std::string(one.hook),
                   .blocking = one.blocking,
                   .access = terms.who == admission::known      ? "authenticated"
                             : terms.asks_itself                ? "asks_itself"
                             : terms.who == admission::optional ? "optional"
                                                                : "anybody"};
  if (terms.least != tenon::role::user) out.role = terms.least == tenon::role::su ? "su" : "admin";
  for (const tenon::scope_row& row : tenon::scope_table)
    if (terms.wanted[static_cast<std::size_t>(row.scope)]) out.scopes.emplace_back(row.name);
  if (terms.body_limit != 0) out.body_limit = terms.body_limit;
  if (terms.most_calls != 0)
    out.rate_limit = std::to_string(terms.most_calls).append("/").append(std::to_string(terms.within_seconds));
  if (!terms.subdomain.empty()) out.subdomain = terms.subdomain;
  for (const std::string_view each : terms.middleware) out.middleware.emplace_back(each);
  out.web_socket = terms.web_socket;
  if (terms.message_limit != 0) out.message_limit = terms.message_limit;
  out.any_origin = terms.any_origin;
  return out;
}

std::vector<listed_route> listed(std::span<const tenon::web::route_row> routes) {
  std::vector<listed_route> out;
  for (const tenon::web::route_row& one : routes) out.push_back(listed(one));
  return out;
}

}  // namespace

std::string route_table(std::span<const tenon::web::route_row> routes) {
  std::vector<std::vector<std::string>> lines{{"METHOD", "PATTERN", "EXTENSION", "NOTES"}};
  for (const listed_route& one : listed(routes)) {
    std::vector<std::string> notes;
    if (!one.hook.empty()) notes.push_back(one.hook);
    if (one.web_socket) notes.emplace_back("web socket");
    if (one.blocking) notes.emplace_back("blocking");
    if (one.access != "anybody") notes.push_back(one.access);
    if (one.role) notes.push_back(std::string("role=").append(*one.role));
    for (const std::string& scope : one.scopes) notes.push_back(std::string("scope=").append(scope));
    if (one.body_limit) notes.push_back(std::string("body<=").append(std::to_string(*one.body_limit)));
    if (one.rate_limit) notes.push_back(std::string("rate<=").append(*one.rate_limit).append("s"));
    if (one.subdomain) notes.push_back(std::string("host=").append(*one.subdomain).append("."));
    for (const std::string& each : one.middleware) notes.push_back(std::string("through=").append(each));
    if (one.message_limit) notes.push_back(std::string("message<=").append(std::to_string(*one.message_limit)));
    if (one.any_origin) notes.emplace_back("any origin");
    lines.push_back({one.method, one.pattern, one.extension, joined(notes)});
  }
  return text_table(lines);
}
std::string route_json(std::span<const tenon::web::route_row> routes) {
  return tenon::json::to_text(listed(routes), {.indent = 2}) + '\n';
}

}  // namespace tenon_commands
