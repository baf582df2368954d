#include "configuration.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include "tenon/settings/from_document.hpp"

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
  return issuer.empty() ? fmt::format("http://localhost:{}/local_oidc", port) : issuer;
}

}  // namespace tenon_commands
