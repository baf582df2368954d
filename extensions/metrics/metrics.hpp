// Figures of a running program, at /metrics, as Prometheus reads them.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>

#include "counts.hpp"
#include "exposition.hpp"
#include "process_facts.hpp"
#include "tenon/web/failure.hpp"
#include "tenon/word/error.hpp"
#include "tenon/word/event.hpp"
#include "tenon/word/field.hpp"
#include "tenon/word/framework.hpp"
#include "tenon/word/manifest.hpp"
#include "tenon/word/name.hpp"
#include "tenon/word/passport.hpp"
#include "tenon/word/request.hpp"
#include "tenon/word/request_answered.hpp"
#include "tenon/word/response.hpp"
#include "tenon/word/route.hpp"
#include "tenon/word/status.hpp"

// docs/observability.md has every figure. It hears all events, which is what it costs to have it; a program without it
// pays nothing.
struct metrics {
  static constexpr auto manifest = tenon::manifest{.name = "metrics",
                                                   .version = "1.0.0",
                                                   .doc = "Figures for Prometheus, at /metrics.",
                                                   .needs = {{"http"}, {"identity"}}};

  struct settings {
    tenon::field<bool, {.doc = "Whether everybody may read /metrics; else administrators alone."}> open = false;
  };

  using read = tenon::get<"/metrics", tenon::blocking, tenon::asks_itself>;
  using routes = tenon::routes<read>;
  using listens = tenon::listens<tenon::core::request_answered, tenon::pattern<"*">>;

  void on_preinit(auto& ctx) {
    requests_ = std::make_unique<tenon_metrics::request_counts>(ctx.routes());
    events_ = std::make_unique<tenon_metrics::event_counts>(ctx.events());
  }

  void on(const tenon::core::request_answered& event) {
    if (requests_ == nullptr) return;
    const tenon::route_taken route = event.route();
    requests_->add(route.pattern.empty() ? tenon_metrics::request_counts::no_route : route.place, event.status(),
                   event.body_size(), event.took);
    events_->add(event.name);
  }
  void on_any(const auto& event) {
    using type = std::remove_cvref_t<decltype(event)>;
    if (events_ != nullptr) events_->add(type::name);
    // Known by its name: its contract need not be there.
    if constexpr (type::name == std::string_view("driver.called"))
      drivers_.add(event.interface, event.driver, event.method, event.failed, event.took);
  }

  tenon::response handle(read, const tenon::request& request, auto& ctx) {
    if (!ctx.settings().open) require_administrator(request, ctx);
    tenon_metrics::exposition out;
    tell_composition(out, ctx);
    requests_->tell(out);
    events_->tell(out);
    drivers_.tell(out);
    tenon_metrics::tell_process_facts(out);
    tenon::response answer = tenon::web::uncached(tenon::response::text(out.text()));
    answer.content_type = tenon_metrics::exposition_type;
    return answer;
  }

 private:
  static void require_administrator(const tenon::request& request, auto& ctx) {
    using namespace tenon::literals;
    const auto found = ctx.import("identity"_ext).authenticate(request);
    if (!found.passport) throw tenon::error(found.refusal, "Unauthorized");
    if (found.passport->role != tenon::role::su)
      throw tenon::error(tenon::error_type::access_denied,
                         "only an administrator may read the metrics. Set metrics.open=true to let everybody.");
  }

  static void tell_composition(tenon_metrics::exposition& out, auto& ctx) {
    using kind = tenon_metrics::exposition::kind;
    out.family("tenon_info", kind::gauge, "The version of the framework.");
    out.sample({{"version", tenon::framework_version}}, std::uint64_t{1});
    out.family("tenon_ready", kind::gauge, "Whether every extension that runs is ready.");
    out.sample({}, std::uint64_t{ctx.ready()});
    out.family("tenon_extension_info", kind::gauge, "What the program is made of, and how each part does.");
    for_each_extension(ctx, [&](const tenon::extension_facts& one, std::size_t rank) {
      out.sample({{"extension", one.manifest.name},
                  {"version", one.manifest.version},
                  {"kind", one.kind()},
                  {"status", to_string(ctx.status_of(rank).status.load())}},
                 std::uint64_t{1});
    });
    const auto tell = [&](std::string_view name, kind of, std::string_view help, auto value) {
      out.family(name, of, help);
      for_each_extension(ctx, [&](const tenon::extension_facts& one, std::size_t rank) {
        out.sample({{"extension", one.manifest.name}}, static_cast<std::uint64_t>(value(rank)));
      });
    };
    tell("tenon_extension_up", kind::gauge, "1 where the extension runs.",
         [&](std::size_t rank) { return tenon::is_running(ctx.status_of(rank).status); });
    tell("tenon_extension_starts_total", kind::counter, "How often it has been started.",
         [&](std::size_t rank) { return ctx.status_of(rank).starts.load(); });
    tell("tenon_extension_failures_total", kind::counter,
         "Throws in its listeners, in its posted work, and in its hooks.",
         [&](std::size_t rank) { return ctx.status_of(rank).failures.load(); });
    tell("tenon_events_skipped_total", kind::counter, "Events that it did not hear because it did not run.",
         [&](std::size_t rank) { return ctx.status_of(rank).skipped.load(); });
    tell("tenon_executor_waiting", kind::gauge, "Work that waits on its executor.",
         [&](std::size_t rank) { return ctx.waiting_for(rank); });
  }
  static void for_each_extension(auto& ctx, auto f) {
    for (std::size_t rank = 0; rank < ctx.extensions().size(); ++rank) f(ctx.extensions()[rank], rank);
  }

  std::unique_ptr<tenon_metrics::request_counts> requests_;
  std::unique_ptr<tenon_metrics::event_counts> events_;
  tenon_metrics::driver_counts drivers_;
};
