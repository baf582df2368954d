// What every call to a provider carries: the request it came with, the environment of the deployment, and the caller.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tenon/word/passport.hpp"
#include "tenon/word/request.hpp"

namespace tenon {

// Made once per program by the host, before the implementation starts. It outlives every call.
struct provider_env {
  std::string db;                // path of the database file that belongs to the implementation; it opens it itself
  std::string auth_issuer;       // the issuer whose identity tokens this deployment accepts, without a trailing slash
  std::string extension_config;  // a JSON object of the implementation's own; empty counts as {}
};

// The references live as long as the call.
struct provider_context {
  const tenon::request& request;
  const provider_env& env;
  std::optional<std::string_view> bearer_token{};  // the text after "Bearer ", unverified
  const tenon::passport* passport = nullptr;       // null until the caller is known
};

// The same when the caller is known: nothing in it can be missing.
struct authenticated_provider_context {
  const tenon::request& request;
  const provider_env& env;
  std::string_view bearer_token;
  const tenon::passport& passport;

  // Operations that ask for less take this one too.
  operator provider_context() const { return {request, env, bearer_token, &passport}; }
};

}  // namespace tenon
