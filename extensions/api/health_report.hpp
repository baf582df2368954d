// How the server is, as GET /api/health tells it.
#pragma once

#include <string>
#include <vector>

#include "tenon/word/timestamp.hpp"

namespace tenon_api {

struct health_facts {
  std::string deployment_env, provider;
  bool has_auth_issuer = false;
  std::vector<std::string> provider_errors{};  // none: the provider is valid
};

// The environment variable DEPLOYMENT_ENV where it is set, else `unless_set`.
[[nodiscard]] std::string deployment_env(std::string unless_set);

[[nodiscard]] std::string json_of(const health_facts& facts, tenon::timestamp now);

}  // namespace tenon_api
