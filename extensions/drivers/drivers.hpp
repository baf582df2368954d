// Drivers over HTTP, as clients of the original call them: POST /drivers/call.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "call_request.hpp"
#include "contract.hpp"
#include "driver_call.hpp"
#include "driver_registry.hpp"
#include "grants.hpp"
#include "kept_usage.hpp"
#include "listings.hpp"
#include "refusal.hpp"
#include "tenon/call/create_drivers.hpp"
#include "tenon/web/failure.hpp"
#include "tenon/word/boot.hpp"
#include "tenon/word/create_permissions.hpp"
#include "tenon/word/event.hpp"
#include "tenon/word/manifest.hpp"
#include "tenon/word/name.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/response.hpp"
#include "tenon/word/route.hpp"
#include "tenon/word/status.hpp"
#include "usage.hpp"

// docs/drivers.md has every answer. The type is not called `drivers`, because that is what every extension calls its
// own.
struct drivers_door {
  static constexpr auto manifest =
      tenon::manifest{.name = "drivers",
                      .version = "1.0.0",
                      .doc = "Calls drivers by name, at /drivers/call.",
                      .needs = {{"http"}, {"identity"}, {"data", "1.x.x", tenon::optional}}};
  using emits = tenon::events<tenon::core::create_interfaces, tenon::core::create_drivers,
                              tenon::core::create_permissions, tenon_drivers::driver_called>;

  using call_driver = tenon::post<"/drivers/call", tenon::blocking, tenon::asks_itself>;
  using list_interfaces = tenon::get<"/drivers/list-interfaces", tenon::blocking, tenon::asks_itself>;
  using tell_usage = tenon::get<"/drivers/usage", tenon::blocking, tenon::asks_itself>;
  using list_modules = tenon::get<"/lsmod", tenon::blocking, tenon::asks_itself>;
  using list_modules_by_post = tenon::post<"/lsmod", tenon::blocking, tenon::asks_itself>;
  using routes = tenon::routes<call_driver, list_interfaces, tell_usage, list_modules, list_modules_by_post>;

  // Before any door opens and until the last has closed: whoever gets in finds drivers.
  void on_ready(auto& ctx) {
    auto all = std::make_shared<everything>(tenon_drivers::driver_registry(ctx.driver_door()), tenon_drivers::grants());
    tenon::core::create_interfaces interfaces{tenon::core::create_interfaces::registry(
        [&](const tenon::call::interface_row& row) { all->drivers.add(row); })};
    ctx.emit(interfaces);
    tenon::core::create_drivers drivers{
        tenon::core::create_drivers::registry([&](std::string_view extension, tenon::call::created_driver what) {
          all->drivers.add(std::move(what), origin_of(extension, ctx));
        })};
    ctx.emit(drivers);
    tenon::core::create_permissions permissions{
        tenon::core::create_permissions::registry([&](tenon::granted to, std::string_view permission) {
          if (!all->rights.grant(to, permission, all->drivers))
            ctx.log().warn(std::string("the permission ")
                               .append(permission)
                               .append(" is granted, and no driver here asks for it. Look at GET /lsmod for their "
                                       "names."));
        })};
    ctx.emit(permissions);
    keep(std::move(all));
  }
  void on_unready() { keep(nullptr); }
  void on_stop(auto& ctx) { keep_usage(ctx); }

  static constexpr std::chrono::seconds housekeeping_period{60};
  void on_housekeeping(auto& ctx) { keep_usage(ctx); }

  tenon::response handle(call_driver, const tenon::request& request, auto& ctx) {
    return for_caller(request, ctx, [&](const tenon::passport& who, const everything& all) {
      std::string problem;
      const std::optional<tenon_drivers::wanted_call> wanted = tenon_drivers::call_in(request, problem);
      if (!wanted) return tenon_drivers::bad_request(problem);
      tenon_drivers::answered_call out = tenon_drivers::answer(
          {all.drivers, all.rights, used_, now(ctx.environment()), ctx.log().about(request)}, *wanted, who);
      if (out.told) ctx.emit(*out.told);
      return std::move(out.response);
    });
  }
  tenon::response handle(list_interfaces, const tenon::request& request, auto& ctx) {
    return for_caller(request, ctx, [](const tenon::passport&, const everything& all) {
      return list(tenon_drivers::interface_list(all.drivers));
    });
  }
  tenon::response handle(tell_usage, const tenon::request& request, auto& ctx) {
    return for_caller(request, ctx, [&](const tenon::passport& who, const everything&) {
      return list(tenon_drivers::usage_list(usage_of({who.user.id, who.app}, ctx)));
    });
  }
  tenon::response handle(list_modules, const tenon::request& request, auto& ctx) { return modules(request, ctx); }
  tenon::response handle(list_modules_by_post, const tenon::request& request, auto& ctx) {
    return modules(request, ctx);
  }

 private:
  struct everything {
    tenon_drivers::driver_registry drivers;
    tenon_drivers::grants rights;
  };

  static tenon::response list(std::string text) { return tenon::web::uncached(tenon::response::json(std::move(text))); }
  static tenon::clock::time_point now(const tenon::environment& environment) {
    return environment.clock == nullptr ? std::chrono::steady_clock::now() : environment.clock->now();
  }
  tenon::response modules(const tenon::request& request, auto& ctx) {
    return for_caller(request, ctx, [](const tenon::passport& who, const everything& all) {
      return list(tenon_drivers::module_list(all.drivers, all.rights, who));
    });
  }
  // Nobody is told anything who is not known.
  tenon::response for_caller(const tenon::request& request, auto& ctx, auto answer) {
    using namespace tenon::literals;
    const auto found = ctx.import("identity"_ext).authenticate(request);
    if (found.passport) {
      const std::shared_ptr<const everything> all = kept();
      if (all == nullptr) return tenon_drivers::is_not_open();
      tenon::response out = answer(*found.passport, *all);
      // What comes in pieces may look at whom it is for until its end.
      if (out.more != nullptr) out.more->stay_with(found.passport, [](const void*) noexcept { return true; });
      return out;
    }
    return found.refusal == tenon::error_type::missing_token ? tenon_drivers::token_missing()
                                                             : tenon_drivers::token_auth_failed();
  }

  // Of an extension that makes a driver while it hears of it. The context lives as long as the app.
  static tenon_drivers::driver_registry::origin origin_of(std::string_view extension, auto& ctx) {
    std::size_t rank = 0;
    while (ctx.extensions()[rank].manifest.name != extension) ++rank;
    const tenon::manifest& theirs = ctx.extensions()[rank].manifest;
    return {.extension = theirs.name,
            .version = theirs.version,
            .visit =
                [ctx, rank](const std::function<void()>& inside) {
                  const auto visit = ctx.visit(rank);
                  if (visit.is_admitted()) inside();
                  return visit.is_admitted();
                },
            .runs = [ctx, rank] { return ctx.status_of(rank).status == tenon::extension_status::ok; }};
  }

  void keep_usage(auto& ctx) {
    using namespace tenon::literals;
    if constexpr (const auto data = ctx.find("data"_ext)) kept_.keep(used_, now(ctx.environment()), data->db);
  }
  std::vector<tenon_drivers::usage::row> usage_of(tenon_drivers::usage::caller who, auto& ctx) {
    using namespace tenon::literals;
    if constexpr (const auto data = ctx.find("data"_ext))
      return kept_.of(who, used_, data->db);
    else
      return used_.of(who);
  }

  // Drivers that were made at run time go when every door is closed, before the extensions stop whose they are; a
  // request that is under way keeps them until it is done, and that is waited for.
  void keep(std::shared_ptr<const everything> all) {
    {
      const std::lock_guard lock(mutex_);
      all_.swap(all);
    }
    all.reset();  // without the lock: what was made may wait for a request
  }
  std::shared_ptr<const everything> kept() {
    const std::lock_guard lock(mutex_);
    return all_;
  }

  std::mutex mutex_{};
  std::shared_ptr<const everything> all_ = nullptr;
  tenon_drivers::usage used_{};
  tenon_drivers::kept_usage kept_{};
};
