// How requests reach the extensions of an app. Its short name stands in the symbol of every handler.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "tenon/app_events.hpp"
#include "tenon/composition/context.hpp"
#include "tenon/web/failure.hpp"
#include "tenon/web/rate_limits.hpp"
#include "tenon/web/table.hpp"
#include "tenon/word/attempt.hpp"
#include "tenon/word/clock.hpp"
#include "tenon/word/exchange.hpp"
#include "tenon/word/ip_validate.hpp"
#include "tenon/word/log.hpp"
#include "tenon/word/request_answered.hpp"
#include "tenon/word/request_will_be_handled.hpp"

namespace tenon {

// Private but for the table and what it runs: who holds a context can make one of somebody else with it.
template <class App>
class app_door {
  template <class>
  friend struct web::table;
  template <class, class, class>
  friend class web::run_served;
  template <class, class...>
  friend class basic_app;

  using routes = typename App::routes_type;

  // tenon::door's function. Where nobody hears of requests it is that of the table.
  static constexpr auto way_in() noexcept -> bool (*)(void*, exchange&) {
    if constexpr (hears<core::ip_validate> || hears<core::request_will_be_handled>)
      return &app_door::handle;
    else
      return &web::table<app_door>::handle;
  }
  static constexpr auto way_back() noexcept -> void (*)(void*, const exchange&, std::chrono::nanoseconds) noexcept {
    if constexpr (notes_routes)
      return [](void* app, const exchange& one, std::chrono::nanoseconds took) noexcept {
        const auto tell = [&] {
          core::request_answered event{.of = core::request_answered::passing(one), .took = took};
          app_events<App>::emit_own(self(app), event);
        };
        attempt(tell, [] {});
      };
    else
      return nullptr;
  }
  static web::rate_limits& limits(void* app) noexcept { return self(app).limits_; }
  static std::chrono::steady_clock::time_point now(void* app) noexcept {
    const tenon::clock* given = self(app).environment().clock;
    return given != nullptr ? given->now() : std::chrono::steady_clock::now();
  }
  template <class E>
  static constexpr bool hears = app_events<App>::template is_heard<E>();

  static constexpr bool notes_routes = hears<core::request_answered>;

  static bool handle(void* app, exchange& one) noexcept {
    bool done = false;
    one.route = {};
    const auto ask = [&] {
      if constexpr (hears<core::ip_validate>)
        if (!one.request.remote_address.empty() && !may_come_in(app, one.request.remote_address)) {
          one.response = web::uncached(response::text("Forbidden", 403));
          done = true;
          return;
        }
      if constexpr (hears<core::request_will_be_handled>) {
        core::request_will_be_handled event{{one.request, one.response}};
        app_events<App>::emit_own(self(app), event);
        done = event.ended();
        if (!done) one.response = {};
      }
    };
    if (!attempt(ask, [&] { one.response = web::internal_error(); })) return true;
    return done || web::table<app_door>::handle(app, one);
  }
  static bool may_come_in(void* app, std::string_view ip) {
    core::ip_validate event{.ip = std::string(ip)};
    app_events<App>::emit_own(self(app), event);
    return event.allow;
  }

  static App& self(void* app) noexcept { return *static_cast<App*>(app); }
  template <class X>
  static X& extension(void* app) noexcept {
    return self(app).template part<X>();
  }
  template <class X>
  static tenon::context<X, App> context(void* app) noexcept {
    return App::template context_for<X>(self(app));
  }
  template <class X>
  static tenon::log log(void* app) noexcept {
    return {X::manifest.name, self(app).environment().log_sink};
  }
  static bool debug(void* app) noexcept { return self(app).environment().debug; }
  template <class X>
  static auto enter(void* app) noexcept {
    return App::template visit_of<X>(self(app));
  }
};

}  // namespace tenon
