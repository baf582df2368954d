// The extension in an app without a server: an implementation that a test chooses, callers whose tokens are their
// names, and requests that enter by the app's door.
#pragma once

#include <array>
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../api.hpp"
#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/testing/api_key_provider_archetype.hpp"
#include "tenon/testing/fake_http.hpp"

using tenon::testing::fake_http;

struct fake_identity {
  static constexpr auto manifest =
      tenon::manifest{.name = "identity", .version = "1.0.0", .needs = {{"extension_impl"}}};
  using exports = tenon_identity::directory;

  void on_start(auto& ctx) {
    directory_.emplace([](const tenon::request&) { return std::nullopt; },
                       [ctx](const tenon::request& request) {
                         const std::string_view token = request.header("Authorization").value_or("");
                         tenon_identity::caller out{.bearer_token = token};
                         const tenon::provider_context asked{request, ctx.impl_env(), token, nullptr};
                         if (ctx.impl().api_key.is_api_key(asked)) {
                           out.passport =
                               std::make_shared<const tenon::passport>(ctx.impl().api_key.validate_api_key(asked));
                         } else if (const auto known = passport_of(token)) {
                           out.passport = std::make_shared<const tenon::passport>(*known);
                         }
                         return out;
                       });
  }
  exports& exported() { return *directory_; }

  static std::optional<tenon::passport> passport_of(std::string_view token) {
    using tenon::scope;
    const tenon::user ada{.id = "ada", .email = "ada@example.com", .name = "Ada L", .given_name = "Ada"};
    if (token == "ada") return tenon::passport{.user = ada};
    if (token == "grace") return tenon::passport{.user = {.id = "grace", .email = "grace@example.com"}};
    if (token == "reader")
      return tenon::passport{.type = tenon::auth_type::api_key, .user = ada, .scopes = {{scope::read}}};
    if (token == "runner")
      return tenon::passport{.type = tenon::auth_type::api_key, .user = ada, .scopes = {{scope::execute}}};
    if (token == "nobody's") return tenon::passport{.type = tenon::auth_type::api_key, .user = ada, .scopes = {{}}};
    if (token == "plain key") return tenon::passport{.type = tenon::auth_type::api_key, .user = ada};
    if (token == "admin")
      return tenon::passport{.type = tenon::auth_type::api_key,
                             .user = {.id = "administrator", .email = "administrator@localhost"},
                             .scopes = {{}},
                             .role = tenon::role::su};
    return std::nullopt;
  }

 private:
  std::optional<exports> directory_;
};

inline tenon::timestamp now_of_system() {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

// Whatever is optional, it can.
struct rich {
  static constexpr auto manifest = tenon::manifest{.name = "rich", .version = "1.0.0"};
  tenon::testing::full_api_key_provider_archetype api_key{now_of_system};
};
// The least that an implementation can be.
struct poor {
  static constexpr auto manifest = tenon::manifest{.name = "poor", .version = "1.0.0"};
  tenon::testing::api_key_provider_archetype api_key{now_of_system};
};

struct answer {
  int status = 0;
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string header(std::string_view name) const {
    std::string found;
    for (const auto& [key, value] : headers)
      if (key == name) found += value + ";";
    return found;
  }
};

template <class Implementation>
class stage {
 public:
  explicit stage(tenon::environment surroundings = {}) : app_(with_log(std::move(surroundings))) {
    started_ = app_.start();
  }

  // `target` is a path, with a query if need be.
  answer ask(tenon::method method, std::string_view target, std::string_view token = {}, std::string_view body = {}) {
    tenon::exchange one;
    const std::array headers{tenon::header{"Authorization", token}};
    const std::size_t query = target.find('?');
    one.request.method = method;
    one.request.method_name = to_string(method);
    one.request.target = target;
    one.request.path = target.substr(0, query);
    if (query != std::string_view::npos) one.request.query = target.substr(query + 1);
    if (!token.empty()) one.request.headers = headers;
    one.request.body = body;
    const tenon::door door = app_.door();
    if (!door.handle(door.app, one)) return {};
    answer out{one.response.status, std::string(one.response.body.view()), {}};
    for (const tenon::response_header& header : one.response.headers)
      out.headers.emplace_back(header.name.view(), header.value);
    return out;
  }
  answer get(std::string_view target, std::string_view token = {}) { return ask(tenon::method::get, target, token); }
  answer post(std::string_view body, std::string_view token) {
    return ask(tenon::method::post, "/api/api-keys", token, body);
  }
  answer patch(std::string_view id, std::string_view token, std::string_view body = R"({"revoked":true})") {
    return ask(tenon::method::patch, "/api/api-keys/" + std::string(id), token, body);
  }
  answer remove(std::string_view id, std::string_view token) {
    return ask(tenon::method::delete_, "/api/api-keys/" + std::string(id), token);
  }

  bool started() const { return started_; }
  const std::vector<std::string>& log() const { return lines_; }
  // Of each line, the id of the request that it is about; empty: of none.
  const std::vector<std::string>& logged_requests() const { return about_; }
  Implementation& implementation() { return app_.template part<Implementation>(); }

 private:
  tenon::environment with_log(tenon::environment surroundings) {
    surroundings.log_sink = {this, [](void* self, const tenon::log_entry& entry) noexcept {
                               static_cast<stage*>(self)->about_.emplace_back(
                                   entry.about == nullptr ? std::string() : std::string(entry.about->id().view()));
                               static_cast<stage*>(self)->lines_.push_back(std::string(to_string(entry.level))
                                                                               .append(" ")
                                                                               .append(entry.extension)
                                                                               .append(": ")
                                                                               .append(entry.message));
                             }};
    return surroundings;
  }

  std::vector<std::string> lines_, about_;
  tenon::app<tenon::implementation<Implementation>, fake_http, fake_identity, api> app_;
  bool started_ = false;
};

// What a client sends that wants a key; the archetypes number keys from 1.
inline const std::string key_wanted =
    R"({"scopes":["runt:read"],"expiresAt":"2099-01-01T00:00:00Z","userGenerated":true})";
