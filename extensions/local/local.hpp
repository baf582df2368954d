// The stand-alone implementation: API keys, logins and permissions in one SQLite file, without any other service.
#pragma once

#include <string>
#include <vector>

#include "deployment.hpp"
#include "keys/local_api_key_provider.hpp"
#include "openid/local_identity_provider.hpp"
#include "openid/openid_provider.hpp"
#include "permissions/local_permissions_provider.hpp"
#include "storage/database.hpp"
#include "tenon/extension.hpp"
#include "tenon/word/email_validate.hpp"

struct local {
  static constexpr auto manifest = tenon::manifest{
      .name = "local",
      .version = "1.0.0",
      .doc = "API keys, logins and permissions on this machine alone, in an SQLite file. For development.",
      .core = true};

  // Whether somebody may log in with that address.
  using emits = tenon::events<tenon::core::email_validate>;

  struct settings {
    tenon_local::deployment deployment = tenon_local::deployment::development;
  };

  explicit local(const tenon::boot<local>& boot) : settings_(boot.settings()) {}

  // Every reason for which it would refuse to start, without starting; none: it would start.
  [[nodiscard]] static std::vector<std::string> check(const settings& settings, const tenon::environment& environment);

  // That it makes neither keys nor logins where nobody knows its address.
  [[nodiscard]] static std::vector<std::string> remarks(const settings& settings,
                                                        const tenon::environment& environment);

  void on_start(auto& ctx) { start(ctx.impl_env(), ctx.environment()); }
  void on_stop() noexcept { database_.close(); }

  using configuration = tenon::get<"/local_oidc/.well-known/openid-configuration">;
  using key_set = tenon::get<"/local_oidc/.well-known/jwks.json", tenon::blocking>;
  using authorize = tenon::get<"/local_oidc/authorize", tenon::blocking>;
  using log_in = tenon::post<"/local_oidc/authorize", tenon::blocking>;
  using token = tenon::post<"/local_oidc/token", tenon::blocking>;
  using user_info = tenon::get<"/local_oidc/userinfo", tenon::blocking, tenon::asks_itself>;
  using user_info_by_post = tenon::post<"/local_oidc/userinfo", tenon::blocking, tenon::asks_itself>;
  using may_call_configuration = tenon::options<"/local_oidc/.well-known/openid-configuration">;
  using may_call_key_set = tenon::options<"/local_oidc/.well-known/jwks.json">;
  using may_call_token = tenon::options<"/local_oidc/token">;
  using may_call_user_info = tenon::options<"/local_oidc/userinfo">;
  using routes = tenon::routes<configuration, key_set, authorize, log_in, token, user_info, user_info_by_post,
                               may_call_configuration, may_call_key_set, may_call_token, may_call_user_info>;

  tenon::response handle(configuration, const tenon::request&) { return openid_.configuration(*env_); }
  tenon::response handle(key_set, const tenon::request&) { return openid_.key_set(); }
  tenon::response handle(authorize, const tenon::request& request) { return openid_.authorize(request, *env_); }
  tenon::response handle(log_in, const tenon::request& request, auto& ctx) {
    return openid_.log_in(request, *env_, judge(ctx));
  }
  tenon::response handle(token, const tenon::request& request, auto& ctx) {
    return openid_.token(request, *env_, judge(ctx));
  }
  tenon::response handle(user_info, const tenon::request& request) { return openid_.user_info(request, *env_); }
  tenon::response handle(user_info_by_post, const tenon::request& request) { return openid_.user_info(request, *env_); }
  tenon::response handle(may_call_configuration, const tenon::request& request) { return preflight(request); }
  tenon::response handle(may_call_key_set, const tenon::request& request) { return preflight(request); }
  tenon::response handle(may_call_token, const tenon::request& request) { return preflight(request); }
  tenon::response handle(may_call_user_info, const tenon::request& request) { return preflight(request); }

 private:
  static tenon_local::email_judge judge(auto& ctx) {
    return [ctx](const std::string& email) { return ctx.emit(tenon::core::email_validate{.email = email}).allow; };
  }
  void start(const tenon::provider_env& env, const tenon::environment& environment);
  tenon::response preflight(const tenon::request& request) { return openid_.preflight(request, *env_); }

  const settings& settings_;
  const tenon::provider_env* env_ = nullptr;  // set by on_start, before any route can be called
  tenon_local::database database_{};          // opened by on_start
  tenon_local::openid_provider openid_{database_};

 public:
  tenon_local::local_api_key_provider api_key{database_};
  tenon_local::local_identity_provider identity{database_};
  tenon_local::local_permissions_provider permissions{database_};
};
