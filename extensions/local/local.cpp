#include "local.hpp"

#include <cstdlib>

#include "keys/key_issuer.hpp"
#include "tenon/word/error.hpp"

std::vector<std::string> local::check(const settings& settings, const tenon::environment& environment) {
  auto problems = tenon_local::problems_of(settings.deployment, std::getenv("DEPLOYMENT_ENV"));
  // Without one it starts all the same, for whatever else the program serves.
  const std::string& issuer = environment.auth_issuer;
  if (!issuer.empty() && !tenon_local::key_issuer_from(issuer))
    problems.push_back(tenon_local::bad_auth_issuer(issuer));
  return problems;
}

std::vector<std::string> local::remarks(const settings&, const tenon::environment& environment) {
  if (!environment.auth_issuer.empty()) return {};
  return {tenon_local::bad_auth_issuer("")};
}

void local::start(const tenon::provider_env& env, const tenon::environment& environment) {
  auto problems = check(settings_, environment);
  if (problems.empty() && !env.auth_issuer.empty() && !tenon_local::key_issuer_from(env.auth_issuer))
    problems.push_back(tenon_local::bad_auth_issuer(env.auth_issuer));
  if (!problems.empty()) throw tenon::error(tenon::error_type::server_misconfigured, problems.front());
  database_.open(env.db);
  env_ = &env;
}
