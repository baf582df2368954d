#include "health_report.hpp"

#include <cstdlib>
#include <string_view>
#include <utility>

#include "tenon/json/to_text.hpp"

namespace tenon_api {

namespace {

struct config_part {
  bool has_auth_issuer;
  std::string deployment_env, service_provider;
  bool using_local_provider;
};
struct api_keys_part {
  std::string provider;
  bool provider_valid;
  std::vector<std::string> provider_errors;
};
struct report {
  std::string status, deployment_env;
  tenon::timestamp timestamp;
  std::string framework;
  config_part config;
  api_keys_part api_keys;
};

}  // namespace

std::string deployment_env(std::string unless_set) {
  const char* const set = std::getenv("DEPLOYMENT_ENV");
  return set == nullptr || *set == '\0' ? std::move(unless_set) : std::string(set);
}

std::string json_of(const health_facts& facts, tenon::timestamp now) {
  return tenon::json::to_text(report{.status = "healthy",
                                     .deployment_env = facts.deployment_env,
                                     .timestamp = now,
                                     .framework = "tenon",
                                     .config = {.has_auth_issuer = facts.has_auth_issuer,
                                                .deployment_env = facts.deployment_env,
                                                .service_provider = facts.provider,
                                                .using_local_provider = facts.provider == "local"},
                                     .api_keys = {.provider = facts.provider,
                                                  .provider_valid = facts.provider_errors.empty(),
                                                  .provider_errors = facts.provider_errors}});
}

}  // namespace tenon_api
