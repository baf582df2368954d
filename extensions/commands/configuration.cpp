#include "configuration.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <optional>

#include "tenon/json/key.hpp"
#include "tenon/settings/from_document.hpp"
#include "tenon/settings/set_text.hpp"
#include "tenon/word/duration_text.hpp"

namespace tenon_commands {

namespace {

using tenon::reflect::aggregate_type;

// How the environment says the setting that REST means with an underscore at each step: PORT, or LIMITS__BODY.
std::optional<std::string> said_by_environment(const tenon::reflect::slot& place, std::string_view rest) {
  if (place.of->is != tenon::reflect::kind::aggregate) return std::nullopt;
  for (const tenon::reflect::named_slot& field : tenon::reflect::as<aggregate_type>(*place.of).fields) {
    std::string key = tenon::settings::in_capitals(tenon::json::spelt(field.name, tenon::json::keys::as_written));
    if (rest == key) return key;
    if (!rest.starts_with(key) || rest[key.size()] != '_') continue;
    if (auto inner = said_by_environment(field, rest.substr(key.size() + 1))) return key.append("__").append(*inner);
  }
  return std::nullopt;
}

}  // namespace

void remark_on_underscores(const char* const* variables, std::string_view extension, const tenon::reflect::slot& place,
                           std::vector<std::string>& remarks) {
  const std::string owner = "TENON_" + tenon::settings::in_capitals(extension);
  for (; variables != nullptr && *variables != nullptr; ++variables) {
    const std::string_view variable(*variables);
    const std::string_view name = variable.substr(0, variable.find('='));
    if (name == "TENON_DATA_DIR" || name == "TENON_STEADY_STATE_DELAY") continue;
    if (!name.starts_with(owner) || name.substr(owner.size()).empty() || name[owner.size()] != '_' ||
        name.find("__") != name.npos)
      continue;
    if (const auto meant = said_by_environment(place, name.substr(owner.size() + 1)))
      remarks.push_back(
          fmt::format("{} is not read: between an extension and its key stand two underscores. Write {}__{}.", name,
                      owner, *meant));
  }
}

void add_own(tenon::settings::sources& to, const command_line& line, std::vector<tenon::finding>& findings) {
  tenon::settings::let_texts_be_json(to);
  for (const std::string& one : line.own)
    to.add_assignment(one, findings, "the program", tenon::settings::rank::program);
}

tenon::settings::sources all_sources(const command_line& line, std::vector<tenon::settings::known_extension> extensions,
                                     std::vector<tenon::finding>& findings) {
  tenon::settings::sources sources(std::move(extensions));
  add_own(sources, line, findings);
  if (line.config) tenon::settings::add_file(sources, *line.config, findings);
  if (const char* flat = std::getenv("EXTENSION_CONFIG"); flat != nullptr)
    tenon::settings::add_extension_config(sources, flat, findings);
  sources.add_environment(environ, findings);
  for (const std::string& one : line.assignments) sources.add_assignment(one, findings);
  return sources;
}

std::string auth_issuer(int port) {
  const char* stated = std::getenv("AUTH_ISSUER");
  std::string issuer = stated == nullptr ? "" : stated;
  while (issuer.ends_with('/')) issuer.pop_back();
  return issuer.empty() && port != 0 ? fmt::format("http://localhost:{}/local_oidc", port) : issuer;
}

std::chrono::nanoseconds steady_state_delay(std::vector<tenon::finding>& findings) {
  const std::chrono::nanoseconds by_itself = tenon::environment().steady_state_delay;
  const char* stated = std::getenv("TENON_STEADY_STATE_DELAY");
  if (stated == nullptr || *stated == '\0') return by_itself;
  const std::optional<std::int64_t> wanted = tenon::duration_from(stated);
  if (wanted && *wanted >= 0 && *wanted <= std::chrono::nanoseconds(std::chrono::hours(1)).count())
    return std::chrono::nanoseconds(*wanted);
  findings.push_back(
      {.source = "TENON_STEADY_STATE_DELAY",
       .pointer = {},
       .message = fmt::format("expected a time between 0s and 1h, found \"{}\". Write a number and a unit, e.g. 30s.",
                              stated)});
  return by_itself;
}

}  // namespace tenon_commands
