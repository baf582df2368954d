// The composition root. An app owns its extensions and is the only one that knows them all.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>

// First what holds checks: the way there is part of what a compiler prints with an error.
#include "tenon/diagnostic/sentence.hpp"

#include "tenon/call/driver_fault.hpp"
#include "tenon/call/function_fault.hpp"
#include "tenon/composition/check.hpp"
#include "tenon/event/event_fault.hpp"
#include "tenon/lifecycle/hooks.hpp"
#include "tenon/web/route_fault.hpp"

#include "tenon/app_background.hpp"
#include "tenon/app_core.hpp"
#include "tenon/app_door.hpp"
#include "tenon/app_events.hpp"
#include "tenon/app_parts.hpp"
#include "tenon/app_settings.hpp"
#include "tenon/composition/context.hpp"
#include "tenon/composition/extension_facts.hpp"
#include "tenon/composition/slots.hpp"
#include "tenon/concepts/exports.hpp"
#include "tenon/concepts/on_start.hpp"
#include "tenon/event/event_row.hpp"
#include "tenon/executor/background.hpp"
#include "tenon/lifecycle/sequence.hpp"
#include "tenon/reflect/type_name.hpp"
#include "tenon/settings/live_settings.hpp"
#include "tenon/settings/settings_set.hpp"
#include "tenon/settings/store.hpp"
#include "tenon/web/visit.hpp"
#include "tenon/word/boot.hpp"
#include "tenon/word/exchange.hpp"
#include "tenon/word/provider_context.hpp"
#include "tenon/word/status.hpp"

namespace tenon {

// `struct composition : basic_app<composition, implementation<local>, http, api> { using basic_app::basic_app; };`
// A program's own composition is such a struct: its short name stands in every symbol, where `app<...>` would put the
// list.
template <class App, class... Listed>
class basic_app : detail::parts_of<App, Listed...>::check_type, public app_core<App> {
  using core = app_core<App>;

 public:
  using composed_type = typename detail::parts_of<App, Listed...>::composed_type;
  using settings_type = typename detail::parts_of<App, Listed...>::settings_type;
  using routes_type = typename detail::parts_of<App, Listed...>::routes_type;
  using events_type = typename detail::parts_of<App, Listed...>::events_type;
  using functions_type = typename detail::parts_of<App, Listed...>::functions_type;
  using drivers_type = typename detail::parts_of<App, Listed...>::drivers_type;

  // Makes every extension, in start order; what a constructor throws leaves from here, and those made are destroyed.
  explicit basic_app(tenon::environment environment = {}, settings_type settings = {})
      : environment_(std::move(environment)),
        settings_(std::move(settings)),
        impl_env_{database_path(environment_), environment_.auth_issuer, environment_.extension_config},
        sequence_(core::extensions(), core::tables::hooks, static_cast<App*>(this), environment_, background_maker()),
        slots_(environment_, core::settings_access::first(*static_cast<const App*>(this)).data()) {
    core::settings_access::show_first(*static_cast<App*>(this));
    if constexpr (core::tables::changes_settings)
      if (environment_.settings_store != nullptr)
        environment_.settings_store->attach(core::settings_access::target(*static_cast<App*>(this)));
  }
  ~basic_app() {
    stop();
    if constexpr (core::tables::changes_settings)
      if (environment_.settings_store != nullptr) environment_.settings_store->detach();
  }
  basic_app(const basic_app&) = delete;
  basic_app& operator=(const basic_app&) = delete;

  // Runs every hook from on_preinit to on_open, once: a second start does nothing. False: the implementation or an
  // essential extension did not start; everything is stopped again, and the log says why.
  bool start() { return sequence_.up(core::announcement()); }
  // The way back, in exact reverse; then no executor has a thread any more. Also done by the destructor. Not from a
  // hook or from posted work, which it would wait for.
  void stop() noexcept { sequence_.down(); }

  [[nodiscard]] bool ready() const noexcept { return sequence_.is_ready(); }
  // An essential extension could not start anew after a change of its settings: the app is to be stopped.
  [[nodiscard]] bool has_given_up() const noexcept { return sequence_.has_given_up(); }
  [[nodiscard]] bool is_steady() const noexcept { return sequence_.is_steady(); }
  // Blocks until the executors have nothing to do and nothing is due, and nobody is to start anew.
  void settle() noexcept {
    sequence_.settle();
    if (executor::background* there = sequence_.extensions().existing_executors()) there->settle();
  }
  [[nodiscard]] const tenon::environment& environment() const noexcept { return environment_; }
  [[nodiscard]] const provider_env& impl_env() const noexcept { return impl_env_; }

  [[nodiscard]] const status_record& status_of(std::size_t rank) const noexcept {
    return sequence_.extensions().record(rank);
  }

  // How much work has come in for its executor and has not been begun.
  [[nodiscard]] std::size_t waiting_for(std::size_t rank) noexcept {
    executor::background* there = sequence_.extensions().existing_executors();
    return there == nullptr ? 0 : there->waiting_for(rank);
  }

  // Of any extension, whether it may start anew or not.
  [[nodiscard]] web::counted_visit visit(std::size_t rank) noexcept {
    return web::counted_visit(sequence_.extensions().record(rank));
  }

  // The way in for requests, for a server or a test.
  [[nodiscard]] tenon::door door() noexcept {
    return {static_cast<App*>(this), app_door<App>::way_in(), app_door<App>::way_back()};
  }

 private:
  friend class app_core<App>;
  friend class app_door<App>;
  friend class app_events<App>;
  friend class app_settings<App>;
  friend struct app_background<App>;

  executor::background& executors(executor::background_maker make) { return sequence_.extensions().executors(make); }
  void count_failure(std::size_t rank, std::string_view what) noexcept {
    sequence_.extensions().count_failure(rank, what);
  }
  // Named only where a hook needs one of their threads: else nothing of these is linked.
  static constexpr executor::background_maker background_maker() {
    if constexpr (core::tables::hooks_need_threads)
      return &executor::make_background;
    else
      return nullptr;
  }

  static std::string database_path(const tenon::environment& environment) {
    for (const extension_facts& one : core::extensions())
      if (one.implementation) return environment.data_dir + "/" + std::string(one.manifest.name) + ".db";
    return {};
  }

  tenon::environment environment_;
  settings_type settings_;  // as they were given
  provider_env impl_env_;
  lifecycle::sequence sequence_;  // outlives the extensions: their threads may still ask for it
  slots<composed_type> slots_;
  settings::live_settings<composed_type::started> live_settings_;
  [[no_unique_address]] std::conditional_t<web::counts_requests<routes_type>, web::rate_limits, web::no_limits> limits_;
};

// A composition without a name of its own, for tests and small programs.
template <class... Listed>
class app : public basic_app<app<Listed...>, Listed...> {
 public:
  using basic_app<app<Listed...>, Listed...>::basic_app;
};

}  // namespace tenon
