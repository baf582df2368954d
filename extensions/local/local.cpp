#include "local.hpp"

#include <cstdlib>

#include "keys/key_issuer.hpp"
#include "tenon/word/error.hpp"

std::vector<std::string> local::check(const settings& settings, const tenon::environment& environment) {
  auto problems = tenon_local::problems_of(settings.deployment, std::getenv("DEPLOYMENT_ENV"));
  // Where it is not stated, the program derives it from the address it listens on.
  const std::string& issuer = environment.auth_issuer;
  if (!issuer.empty() && !tenon_local::key_issuer_from(issuer))
    problems.push_back(tenon_local::bad_auth_issuer(issuer));
  return problems;
}

void local::start(const tenon::provider_env& env, const tenon::environment& environment) {
  auto problems = check(settings_, environment);
  if (problems.empty() && !tenon_local::key_issuer_from(env.auth_issuer))
    problems.push_back(tenon_local::bad_auth_issuer(env.auth_issuer));
  if (!problems.empty()) throw tenon::error(tenon::error_type::server_misconfigured, problems.front());
  database_.open(env.db);
  env_ = &env;
}
