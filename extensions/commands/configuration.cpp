#include "configuration.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <optional>

#include "tenon/settings/from_document.hpp"
#include "tenon/word/duration_text.hpp"

namespace tenon_commands {

tenon::settings::sources all_sources(const command_line& line, std::vector<tenon::settings::known_extension> extensions,
                                     std::vector<tenon::finding>& findings) {
  tenon::settings::sources sources(std::move(extensions));
  tenon::settings::let_texts_be_json(sources);
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
