// API keys, the caller's own facts and the state of the server, over whatever implementation stands behind the alias.
#pragma once

#include <chrono>
#include <string_view>
#include <type_traits>

#include "answering.hpp"
#include "answers.hpp"
#include "health_report.hpp"
#include "implementation_facts.hpp"
#include "key_operations.hpp"
#include "methods_at.hpp"
#include "rights.hpp"
#include "shapes.hpp"
#include "tenon/composition/provider_call.hpp"
#include "tenon/word/manifest.hpp"
#include "tenon/word/passport.hpp"
#include "tenon/word/provider_context.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"
#include "tenon/word/route.hpp"
#include "tenon/word/timestamp.hpp"

// docs/api.md has every answer. Providers may read and write files, so whatever asks one runs on a worker thread.
struct api {
  static constexpr auto manifest =
      tenon::manifest{.name = "api",
                      .version = "1.0.0",
                      .doc = "API keys, the caller's own facts and the state of the server, under /api.",
                      .needs = {{"extension_impl"}, {"identity"}, {"http"}}};

  using create = tenon::post<"/api/api-keys", tenon::blocking, tenon::asks_itself>;
  using list = tenon::get<"/api/api-keys", tenon::blocking, tenon::asks_itself>;
  using get = tenon::get<"/api/api-keys/{id}", tenon::blocking, tenon::asks_itself>;
  using revoke = tenon::patch<"/api/api-keys/{id}", tenon::blocking, tenon::asks_itself>;
  using remove = tenon::delete_<"/api/api-keys/{id}", tenon::blocking, tenon::asks_itself>;
  using key_set = tenon::get<"/api/api-keys/{kid}/.well-known/jwks.json", tenon::blocking>;
  using capabilities = tenon::get<"/api/api-keys/capabilities">;
  using me = tenon::get<"/api/me", tenon::blocking, tenon::asks_itself>;
  using health = tenon::get<"/api/health", tenon::blocking>;
  using may_call_keys = tenon::options<"/api/api-keys">;
  using may_call_key = tenon::options<"/api/api-keys/{id}">;
  using may_call_key_set = tenon::options<"/api/api-keys/{kid}/.well-known/jwks.json">;
  using may_call_capabilities = tenon::options<"/api/api-keys/capabilities">;
  using may_call_me = tenon::options<"/api/me">;
  using may_call_health = tenon::options<"/api/health">;
  using routes = tenon::routes<create, list, get, revoke, remove, key_set, capabilities, me, health, may_call_keys,
                               may_call_key, may_call_key_set, may_call_capabilities, may_call_me, may_call_health>;

  tenon::response handle(create, const tenon::request& request, auto& ctx) {
    return to_caller(request, ctx, "create API key",
                     [&](const auto& caller) { return tenon_api::create_key(ctx.impl().api_key, caller, now()); });
  }
  tenon::response handle(list, const tenon::request& request, auto& ctx) {
    return to_caller(request, ctx, "list API key",
                     [&](const auto& caller) { return tenon_api::list_keys(ctx.impl().api_key, caller); });
  }
  tenon::response handle(get route, const tenon::request& request, auto& ctx) {
    return to_caller(request, ctx, "retrieve API key", [&](const auto& caller) {
      return tenon_api::get_key(ctx.impl().api_key, caller, route.template at<"id">());
    });
  }
  tenon::response handle(revoke route, const tenon::request& request, auto& ctx) {
    return to_caller(request, ctx, "revoke API key", [&](const auto& caller) {
      return tenon_api::revoke_key(ctx.impl().api_key, caller, route.template at<"id">());
    });
  }
  tenon::response handle(remove route, const tenon::request& request, auto& ctx) {
    return to_caller(request, ctx, "delete API key", [&](const auto& caller) {
      return tenon_api::delete_key(ctx.impl().api_key, caller, route.template at<"id">());
    });
  }
  // Anybody may verify a key, so nobody has to say who is asking.
  tenon::response handle(key_set route, const tenon::request& request, auto& ctx) {
    return tenon_api::answered(request, ctx, "retrieve API key", [&] {
      const tenon::provider_context anybody{.request = request, .env = ctx.impl_env()};
      return tenon_api::good(tenon::provider_call::key_set(ctx.impl().api_key, anybody, route.template at<"kid">()));
    });
  }
  // A constant of the build: a page asks before anybody has logged in, to know which buttons to show.
  tenon::response handle(capabilities, const tenon::request&, auto& ctx) {
    return tenon_api::readable_anywhere(
        tenon_api::good(tenon_api::json_of(std::remove_cvref_t<decltype(ctx.impl().api_key)>::capabilities)));
  }
  tenon::response handle(me, const tenon::request& request, auto& ctx) {
    return to_caller(request, ctx, "retrieve user", [](const auto& caller) {
      tenon_api::require_scope(caller.passport, tenon::scope::read);
      return tenon_api::good(tenon_api::json_of(caller.passport.user));
    });
  }
  tenon::response handle(health, const tenon::request& request, auto& ctx) {
    return tenon_api::answered(request, ctx, "retrieve health",
                               [&] { return tenon_api::good(tenon_api::json_of(tenon_api::facts_of(ctx), now())); });
  }

  // What the browser of a page asks before it lets the page call.
  template <class Route>
    requires(Route::method == tenon::method::options)
  tenon::response handle(Route, const tenon::request&) {
    return tenon_api::preflight(tenon_api::methods_at(routes(), Route::pattern));
  }

 private:
  template <class Context, class Work>
  static tenon::response to_caller(const tenon::request& request, Context& ctx, std::string_view deed, Work work) {
    return tenon_api::answered_to_caller(request, ctx, deed, work);
  }
  static tenon::timestamp now() {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  }
};
