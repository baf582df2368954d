// What is asked of an app by type or by place: its extensions, their settings, the tables of what they have. Keyed by
// the app alone. As members of the class that bears the list, each of these would carry the whole list in its name, and
// the time to compile them would grow with its square.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tenon/app_background.hpp"
#include "tenon/app_calls.hpp"
#include "tenon/app_door.hpp"
#include "tenon/app_events.hpp"
#include "tenon/app_settings.hpp"
#include "tenon/composition/composed.hpp"
#include "tenon/composition/context.hpp"
#include "tenon/composition/early_context.hpp"
#include "tenon/composition/extension_facts.hpp"
#include "tenon/composition/refused.hpp"
#include "tenon/composition/slots.hpp"
#include "tenon/concepts/exports.hpp"
#include "tenon/concepts/on_start.hpp"
#include "tenon/event/event_row.hpp"
#include "tenon/lifecycle/hooks.hpp"
#include "tenon/reflect/type_name.hpp"
#include "tenon/settings/settings_set.hpp"
#include "tenon/web/visit.hpp"
#include "tenon/word/origin_of.hpp"
#include "tenon/word/ready.hpp"
#include "tenon/word/status.hpp"

namespace tenon {

namespace detail {
// As the compiler names it; empty where it exports nothing.
template <class X>
inline constexpr std::string_view exported_type{};
template <Exports X>
inline constexpr std::string_view exported_type<X> = reflect::type_name<typename X::exports>();
}  // namespace detail

template <class App>
class app_core {
 public:
  // The composition as the compiler made it, in start order.
  [[nodiscard]] static constexpr std::span<const extension_facts> extensions() noexcept { return tables::facts; }
  // What it serves, without anything having been started.
  [[nodiscard]] static constexpr std::span<const web::route_row> routes() noexcept {
    return web::table<app_door<App>>::rows();
  }
  // Where a path leads to in it.
  [[nodiscard]] static constexpr const web::trie& route_table() noexcept { return web::table<app_door<App>>::paths(); }
  // Who emits what, and who hears it.
  [[nodiscard]] static constexpr std::span<const event::event_row> events() noexcept { return App::events_type::rows; }
  // What can be called by name.
  [[nodiscard]] static constexpr std::span<const call::function_row> functions() noexcept {
    return App::functions_type::rows;
  }
  [[nodiscard]] static constexpr std::span<const call::driver_row> drivers() noexcept {
    return App::drivers_type::rows;
  }

  // One extension of it, for hosts and tests.
  template <class Extension>
  [[nodiscard, gnu::always_inline]] Extension& part() noexcept {
    if constexpr (detail::is_refused<App>)
      return detail::nobodys<Extension&>();
    else
      return static_cast<slot<Extension>&>(self().slots_).value;
  }
  template <class Extension>
  static constexpr std::size_t rank_of = rank_in<typename App::composed_type, Extension>;
  // As they are now.
  template <HasSettings Extension>
  [[nodiscard]] const typename Extension::settings& settings_of() const noexcept {
    return *static_cast<const typename Extension::settings*>(settings_at(rank_of<Extension>));
  }
  using background = app_background<App>;
  using settings_access = app_settings<App>;
  using calls = app_calls<App>;

 private:
  template <class, class...>
  friend class basic_app;
  friend class app_door<App>;
  friend class app_events<App>;
  friend class app_settings<App>;
  friend class app_calls<App>;
  template <class, class>
  friend class context;
  friend struct app_background<App>;

  [[nodiscard]] App& self() noexcept { return static_cast<App&>(*this); }
  [[nodiscard]] const App& self() const noexcept { return static_cast<const App&>(*this); }
  [[nodiscard]] const void* settings_at(std::size_t rank) const noexcept { return self().live_settings_.at(rank); }

  template <class X>
  static constexpr context<X, App> context_for(App& app) noexcept {
    return {app, context_key{}};
  }
  template <class X>
  [[nodiscard]] bool is_up() const noexcept {
    constexpr std::size_t rank = rank_of<X>;
    if constexpr (tables::may_be_down[rank])
      return self().status_of(rank).status == extension_status::ok;
    else
      return true;
  }
  // To be kept while somebody from outside is in X.
  template <class X>
  static auto visit_of(App& app) noexcept {
    constexpr std::size_t rank = rank_of<X>;
    if constexpr (tables::counts_requests[rank])
      return web::counted_visit(app.sequence_.extensions().record(rank));
    else
      return web::plain_visit(app.template is_up<X>());
  }
  template <class E>
  struct delivery : event::delivery<app_events<App>, E> {};
  template <class X, std::size_t Place, class E>
  [[gnu::always_inline]] void emit_from_to(E& event) {
    event::deliver_to_one<app_events<App>, X, E, Place>(self(), event);
  }
  template <class E>
  void post_event(const E& event) {
    event::post<app_events<App>>(self(), event);
  }
  // Tells that the app is ready; none where nobody hears it.
  static constexpr auto announcement() noexcept -> void (*)(void*) noexcept {
    if constexpr (app_events<App>::template is_heard<tenon::core::ready>())
      return [](void* app) noexcept {
        tenon::core::ready event{};
        app_events<App>::emit_own(*static_cast<App*>(app), event);
      };
    else
      return nullptr;
  }
  // All that it can do itself it does: each function that it called would be one more for each extension.
  template <class X, class Hook>
  static void call_hook(void* app) {
    App& self = *static_cast<App*>(app);
    X& extension = static_cast<slot<X>&>(self.slots_).value;
    context<X, App> ctx(self, context_key{});
    if constexpr (std::is_same_v<Hook, lifecycle::on_preinit_hook>) {
      early_context<X, App, early_hook::preinit> early(ctx);
      Hook::call(extension, early);
    } else if constexpr (std::is_same_v<Hook, lifecycle::on_init_hook>) {
      early_context<X, App, early_hook::init> early(ctx);
      Hook::call(extension, early);
    } else {
      Hook::call(extension, ctx);
    }
  }
  template <class X>
  static std::chrono::nanoseconds period_of(void* app) {
    App& self = *static_cast<App*>(app);
    auto ctx = context_for<X>(self);
    return lifecycle::hooks_of<X, context<X, App>>::period(self.template part<X>(), ctx);
  }
  template <class X, std::size_t... I>
  static constexpr lifecycle::hook_row row_of(std::index_sequence<I...>) {
    using hooks = lifecycle::hooks_of<X, context<X, App>>;
    lifecycle::hook_row row{};
    ((row.call[hooks::found.at[I]] = &app_core::call_hook<X, lifecycle::hook_at<hooks::found.at[I]>>), ...);
    if constexpr (hooks::found.has_period) row.housekeeping_period = &app_core::period_of<X>;
    return row;
  }
  // What the type says alone; in one expression, because every local value would be made anew for each extension.
  template <class X>
  static constexpr extension_facts facts_of() {
    return {.manifest = X::manifest,
            .type = reflect::type_name<X>(),
            .origin = origin_of<X>,
            .exports = detail::exported_type<X>,
            .hooks = {lifecycle::hooks_of<X, context<X, App>>::found.names.data(),
                      lifecycle::hooks_of<X, context<X, App>>::found.count}};
  }
  template <std::size_t... Rank>
  static constexpr std::array<extension_facts, sizeof...(Rank)> make_facts(std::index_sequence<Rank...>) {
    using composed_type = typename App::composed_type;
    std::array<extension_facts, sizeof...(Rank)> all{facts_of<extension_at<composed_type, Rank>>()...};
    if constexpr (sizeof...(Rank) != 0)
      for (std::size_t rank = 0; rank < sizeof...(Rank); ++rank) {
        extension_facts& facts = all[rank];
        const std::size_t listed = composed_type::result.order[rank];
        facts.implementation = composed_type::implements[listed];
        facts.level = composed_type::result.level[listed];
        for (std::size_t n = 0; n < facts.manifest.needs.size(); ++n)
          if (const std::size_t whom = composed_type::result.wants[listed][n]; whom != composed_type::result.npos) {
            facts.stated[facts.need_count] = static_cast<std::uint8_t>(n);
            facts.needs[facts.need_count++] = composed_type::rank_of_listed[whom];
          }
      }
    return all;
  }
  template <std::size_t... Rank>
  static constexpr std::array<lifecycle::hook_row, sizeof...(Rank)> make_hooks(std::index_sequence<Rank...>) {
    return {row_of<extension_at<typename App::composed_type, Rank>>(
        std::make_index_sequence<
            lifecycle::hooks_of<extension_at<typename App::composed_type, Rank>,
                                context<extension_at<typename App::composed_type, Rank>, App>>::found.count>())...};
  }
  // Those that decide what an app has to look out for.
  struct hook_flags {
    bool start = false, close = false, stop = false, in_background = false;
  };
  static constexpr hook_flags flags_of(const lifecycle::found_hooks& found) {
    using lifecycle::phase;
    return {found.has(phase::start), found.has(phase::close), found.has(phase::stop),
            found.has(phase::steady_state) || found.has(phase::housekeeping)};
  }
  template <std::size_t... Rank>
  static constexpr std::array<hook_flags, sizeof...(Rank)> make_hook_flags(std::index_sequence<Rank...>) {
    return {flags_of(lifecycle::hooks_of<extension_at<typename App::composed_type, Rank>,
                                         context<extension_at<typename App::composed_type, Rank>, App>>::found)...};
  }
  template <std::size_t... Rank>
  static constexpr std::array<bool, sizeof...(Rank)> make_safe_starts(std::index_sequence<Rank...>) {
    return {StartsSafely<extension_at<typename App::composed_type, Rank>,
                         context<extension_at<typename App::composed_type, Rank>, App>>...};
  }

  template <std::size_t... Rank>
  static constexpr std::array<bool, sizeof...(Rank)> make_restarts(std::index_sequence<Rank...>) {
    return {restarts_by_settings<extension_at<typename App::composed_type, Rank>>...};
  }
  template <std::size_t... Rank>
  static constexpr bool any_changes_settings(std::index_sequence<Rank...>) {
    for (bool one : {false, changes_settings<extension_at<typename App::composed_type, Rank>>...})
      if (one) return true;
    return false;
  }

  // By place in start order. A struct of its own, because it can be made only when the app is complete.
  struct tables {
    static constexpr std::size_t size = App::composed_type::started;
    using ranks = std::make_index_sequence<size>;
    static constexpr std::array<extension_facts, size> facts = make_facts(ranks());
    static constexpr std::array<lifecycle::hook_row, size> hooks = make_hooks(ranks());
    static constexpr std::array<hook_flags, size> named = make_hook_flags(ranks());
    // Whether an extension may stop and start again while requests come in, itself or with one that it needs. Only
    // where somebody changes settings at all.
    static constexpr bool changes_settings = any_changes_settings(ranks());
    static constexpr std::array<bool, size> may_restart = [] {
      std::array<bool, size> may{};
      if constexpr (changes_settings) may = make_restarts(ranks());
      for (std::size_t i = 0; i < size; ++i)
        for (std::size_t n = 0; n < facts[i].need_count; ++n) may[i] = may[i] || may[facts[i].needs[n]];
      return may;
    }();
    // Whose requests are counted: also those of everybody else, where a door may be closed and opened again.
    static constexpr std::array<bool, size> counts_requests = [] {
      bool door_may_restart = false;
      for (std::size_t i = 0; i < size; ++i) door_may_restart = door_may_restart || (may_restart[i] && named[i].close);
      std::array<bool, size> counts = may_restart;
      for (std::size_t i = 0; i < size; ++i) counts[i] = counts[i] || door_may_restart;
      return counts;
    }();
    // Whether an extension may be in fault or held while requests come in. Where it cannot, nobody has to look.
    static constexpr std::array<bool, size> may_be_down = [] {
      std::array<bool, size> down{};
      constexpr std::array<bool, size> starts_safely = make_safe_starts(ranks());
      for (std::size_t i = 0; i < size; ++i) {
        down[i] = !starts_safely[i] || may_restart[i];
        for (std::size_t n = 0; n < facts[i].need_count; ++n) down[i] = down[i] || down[facts[i].needs[n]];
      }
      return down;
    }();
    // Whether an extension may miss an event: also one that has stopped does, where stopping means something to it.
    static constexpr std::array<bool, size> may_be_deaf = [] {
      std::array<bool, size> deaf = may_be_down;
      for (std::size_t i = 0; i < size; ++i) deaf[i] = deaf[i] || named[i].stop;
      return deaf;
    }();
    // Whether a hook runs on another thread than the one that starts and stops the app.
    static constexpr bool hooks_need_threads = [] {
      for (std::size_t i = 0; i < size; ++i)
        if (named[i].in_background || (named[i].start && facts[i].manifest.concurrent_start)) return true;
      return false;
    }();
  };
};

}  // namespace tenon
