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

#include "tenon/composition/check.hpp"
#include "tenon/event/event_fault.hpp"
#include "tenon/lifecycle/hooks.hpp"
#include "tenon/web/route_fault.hpp"

#include "tenon/app_background.hpp"
#include "tenon/app_door.hpp"
#include "tenon/app_events.hpp"
#include "tenon/app_parts.hpp"
#include "tenon/composition/context.hpp"
#include "tenon/composition/extension_facts.hpp"
#include "tenon/composition/slots.hpp"
#include "tenon/concepts/exports.hpp"
#include "tenon/concepts/on_start.hpp"
#include "tenon/event/event_row.hpp"
#include "tenon/executor/background.hpp"
#include "tenon/lifecycle/sequence.hpp"
#include "tenon/reflect/type_name.hpp"
#include "tenon/settings/settings_set.hpp"
#include "tenon/word/boot.hpp"
#include "tenon/word/exchange.hpp"
#include "tenon/word/provider_context.hpp"
#include "tenon/word/status.hpp"

namespace tenon {

// `struct composition : basic_app<composition, implementation<local>, http, api> { using basic_app::basic_app; };`
// A program's own composition is such a struct: its short name stands in every symbol, where `app<...>` would put the
// list.
template <class App, class... Listed>
class basic_app : detail::parts_of<App, Listed...>::check_type {
  using composed_type = typename detail::parts_of<App, Listed...>::composed_type;
  using ranks = std::make_index_sequence<composed_type::started>;

 public:
  using settings_type = typename detail::parts_of<App, Listed...>::settings_type;
  using routes_type = typename detail::parts_of<App, Listed...>::routes_type;
  using events_type = typename detail::parts_of<App, Listed...>::events_type;

  // Makes every extension, in start order; what a constructor throws leaves from here, and those made are destroyed.
  explicit basic_app(tenon::environment environment = {}, settings_type settings = {})
      : environment_(std::move(environment)),
        settings_(std::move(settings)),
        impl_env_{database_path(environment_), environment_.auth_issuer, environment_.extension_config},
        sequence_(table, hook_rows, static_cast<App*>(this), environment_, background_maker()),
        slots_(environment_, settings_) {}
  ~basic_app() { stop(); }
  basic_app(const basic_app&) = delete;
  basic_app& operator=(const basic_app&) = delete;

  // Runs every hook from on_preinit to on_open, once: a second start does nothing. False: the implementation or an
  // essential extension did not start; everything is stopped again, and the log says why.
  bool start() { return sequence_.up(); }
  // The way back, in exact reverse; then no executor has a thread any more. Also done by the destructor. Not from a
  // hook or from posted work, which it would wait for.
  void stop() noexcept { sequence_.down(); }

  [[nodiscard]] bool ready() const noexcept { return sequence_.is_ready(); }
  [[nodiscard]] bool is_steady() const noexcept { return sequence_.is_steady(); }
  // Blocks until the executors have nothing to do and nothing is due.
  void settle() noexcept {
    if (executor::background* there = sequence_.extensions().gate().existing()) there->settle();
  }
  [[nodiscard]] const tenon::environment& environment() const noexcept { return environment_; }
  [[nodiscard]] const provider_env& impl_env() const noexcept { return impl_env_; }

  // The composition as the compiler made it, in start order.
  [[nodiscard]] static constexpr std::span<const extension_facts> extensions() noexcept { return table; }
  [[nodiscard]] const status_record& status_of(std::size_t rank) const noexcept {
    return sequence_.extensions().record(rank);
  }

  // What it serves, without anything having been started.
  [[nodiscard]] static constexpr std::span<const web::route_row> routes() noexcept {
    return web::table<app_door<App>>::rows();
  }
  // Who emits what, and who hears it.
  [[nodiscard]] static constexpr std::span<const event::event_row> events() noexcept { return events_type::rows; }
  // The way in for requests, for a server or a test.
  [[nodiscard]] tenon::door door() noexcept { return {static_cast<App*>(this), &web::table<app_door<App>>::handle}; }

  // One extension of it, for hosts and tests.
  template <class Extension>
  [[nodiscard]] Extension& part() noexcept {
    return static_cast<slot<Extension>&>(slots_).value;
  }
  template <class Extension>
  static constexpr std::size_t rank_of = composed_type::rank_of(Extension::manifest.name);
  template <HasSettings Extension>
  [[nodiscard]] const typename Extension::settings& settings_of() const noexcept {
    return settings_.template of<Extension>();
  }
  template <fixed_string Name>
  using type_named = typename composed_type::template at<composed_type::rank_of(Name.view())>;
  template <fixed_string Name>
  [[nodiscard]] type_named<Name>& extension_named() noexcept {
    return part<type_named<Name>>();
  }
  using background = app_background<App>;

 private:
  friend class app_door<App>;
  friend class app_events<App>;
  template <class, class>
  friend class context;
  friend struct app_background<App>;

  executor::background& executors(executor::background_maker make) { return sequence_.extensions().executors(make); }
  void count_failure(std::size_t rank, std::string_view what) noexcept {
    sequence_.extensions().count_failure(rank, what);
  }
  // Named only where a hook runs by itself: else nothing of threads is linked.
  static constexpr executor::background_maker background_maker() {
    if constexpr (runs_by_itself)
      return &executor::make_background;
    else
      return nullptr;
  }

  static std::string database_path(const tenon::environment& environment) {
    for (const extension_facts& one : table)
      if (one.implementation) return environment.data_dir + "/" + std::string(one.manifest.name) + ".db";
    return {};
  }

  template <class X>
  static constexpr context<X, App> context_for(App& app) noexcept {
    return {app, context_key{}};
  }
  template <class X>
  [[nodiscard]] bool is_up() const noexcept {
    constexpr std::size_t rank = composed_type::rank_of(X::manifest.name);
    if constexpr (may_be_down[rank])
      return status_of(rank).status == extension_status::ok;
    else
      return true;
  }
  template <class X, class E>
  [[gnu::always_inline]] void emit_from(E& event) {
    event::deliver<app_events<App>, X>(static_cast<App&>(*this), event);
  }
  template <class X, std::size_t Place, class E>
  [[gnu::always_inline]] void emit_from_to(E& event) {
    event::deliver_to_one<app_events<App>, X, E, Place>(static_cast<App&>(*this), event);
  }
  template <class X, class Hook>
  static void call_hook(void* app) {
    App& self = *static_cast<App*>(app);
    auto ctx = context_for<X>(self);
    Hook::call(self.template part<X>(), ctx);
  }
  template <class X>
  static std::chrono::nanoseconds period_of(void* app) {
    App& self = *static_cast<App*>(app);
    auto ctx = context_for<X>(self);
    return lifecycle::hooks_of<X, context<X, App>>::period(self.template part<X>(), ctx);
  }
  template <class X>
  static constexpr lifecycle::hook_row row_of() {
    lifecycle::hook_row row{};
    std::size_t i = 0;
    meta::each(lifecycle::hooks, [&](auto type) {
      using hook = typename decltype(type)::type;
      if constexpr (hook::template callable<X, context<X, App>>) row.call[i] = &basic_app::call_hook<X, hook>;
      ++i;
    });
    if constexpr (lifecycle::hooks_of<X, context<X, App>>::has_period)
      row.housekeeping_period = &basic_app::period_of<X>;
    return row;
  }
  template <std::size_t Rank>
  static constexpr extension_facts facts_of() {
    using X = typename composed_type::template at<Rank>;
    const std::size_t listed = composed_type::result.order[Rank];
    extension_facts facts{.manifest = X::manifest,
                          .type = reflect::type_name<X>(),
                          .implementation = composed_type::implements[listed],
                          .level = composed_type::result.level[listed]};
    for (std::size_t n = 0; n < X::manifest.needs.size(); ++n)
      if (const std::size_t whom = composed_type::result.wants[listed][n]; whom != composed_type::result.npos)
        facts.needs[facts.need_count++] = composed_type::rank_of_listed[whom];
    if constexpr (Exports<X>) facts.exports = reflect::type_name<typename X::exports>();
    const auto& found = lifecycle::hooks_of<X, context<X, App>>::found;
    facts.hooks = {found.names.data(), found.count};
    return facts;
  }
  template <std::size_t... Rank>
  static constexpr std::array<extension_facts, sizeof...(Rank)> make_table(std::index_sequence<Rank...>) {
    return {facts_of<Rank>()...};
  }
  template <std::size_t... Rank>
  static constexpr std::array<lifecycle::hook_row, sizeof...(Rank)> make_rows(std::index_sequence<Rank...>) {
    return {row_of<typename composed_type::template at<Rank>>()...};
  }
  static constexpr auto table = make_table(ranks{});
  static constexpr auto hook_rows = make_rows(ranks{});
  // Whether an extension may be in fault or held while requests come in. Where it cannot, nobody has to look.
  template <std::size_t... Rank>
  static constexpr std::array<bool, sizeof...(Rank)> make_safe_starts(std::index_sequence<Rank...>) {
    return {StartsSafely<typename composed_type::template at<Rank>,
                         context<typename composed_type::template at<Rank>, App>>...};
  }
  static constexpr std::array<bool, composed_type::started> may_be_down = [] {
    std::array<bool, composed_type::started> down{};
    constexpr auto starts_safely = make_safe_starts(ranks{});
    for (std::size_t i = 0; i < down.size(); ++i) {
      down[i] = !starts_safely[i];
      for (std::size_t n = 0; n < table[i].need_count; ++n) down[i] = down[i] || down[table[i].needs[n]];
    }
    return down;
  }();
  // Whether an extension may miss an event: also one that has stopped does, where stopping means something to it.
  static constexpr std::array<bool, composed_type::started> may_be_deaf = [] {
    std::array<bool, composed_type::started> deaf = may_be_down;
    for (std::size_t i = 0; i < deaf.size(); ++i)
      for (std::string_view hook : table[i].hooks) deaf[i] = deaf[i] || hook == lifecycle::on_stop_hook::name;
    return deaf;
  }();

  static constexpr bool runs_by_itself = [] {
    for (const extension_facts& one : table)
      for (std::string_view hook : one.hooks)
        if (hook == lifecycle::on_steady_state_hook::name || hook == lifecycle::on_housekeeping_hook::name) return true;
    return false;
  }();

  tenon::environment environment_;
  settings_type settings_;
  provider_env impl_env_;
  lifecycle::sequence sequence_;  // outlives the extensions: their threads may still ask for it
  slots<composed_type, ranks> slots_;
};

// A composition without a name of its own, for tests and small programs.
template <class... Listed>
class app : public basic_app<app<Listed...>, Listed...> {
 public:
  using basic_app<app<Listed...>, Listed...>::basic_app;
};

}  // namespace tenon
