// What an extension sees of the app. It is a reference and nothing else, and it knows at compile time whose it is, so
// it can be copied into any callback and still acts for the right extension.
#pragma once

#include <chrono>
#include <cstddef>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tenon/composition/calling.hpp"
#include "tenon/composition/emission.hpp"
#include "tenon/composition/extension_facts.hpp"
#include "tenon/composition/found.hpp"
#include "tenon/composition/import.hpp"
#include "tenon/composition/refusing_texts.hpp"
#include "tenon/composition/secret_shown.hpp"
#include "tenon/concepts/exports.hpp"
#include "tenon/concepts/has_settings.hpp"
#include "tenon/diagnostic/export_not_as_expected.hpp"
#include "tenon/diagnostic/import_not_available.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/diagnostic/settings_not_available.hpp"
#include "tenon/meta/type_at.hpp"
#include "tenon/word/boot.hpp"
#include "tenon/word/event.hpp"
#include "tenon/word/exchange.hpp"
#include "tenon/word/log.hpp"
#include "tenon/word/name.hpp"
#include "tenon/word/nearest.hpp"
#include "tenon/word/provider_context.hpp"
#include "tenon/word/status.hpp"

namespace tenon {

// Only the app makes contexts: nobody can act as somebody else.
class context_key {
  template <class>
  friend class app_core;
  constexpr context_key() = default;
};

template <class Extension, class App>
class context : public calling<context<Extension, App>, App, Extension>, public refusing_texts<Extension> {
 public:
  using refusing_texts<Extension>::import, refusing_texts<Extension>::find, refusing_texts<Extension>::ask,
      refusing_texts<Extension>::emit_to;

  constexpr context(App& app, context_key) noexcept : app_(app) {}

  [[nodiscard]] static constexpr std::string_view name() noexcept { return Extension::manifest.name; }
  [[nodiscard]] static constexpr std::string_view version() noexcept { return Extension::manifest.version; }

  [[nodiscard]] tenon::log log() const noexcept { return {name(), environment().log_sink}; }
  [[nodiscard]] const tenon::environment& environment() const noexcept { return app_.environment(); }
  // The settings of this extension; they live as long as the app.
  [[nodiscard]] const auto& settings() const noexcept {
    if constexpr (HasSettings<Extension>)
      return *static_cast<const typename Extension::settings*>(app_.settings_at(App::template rank_of<Extension>));
    else
      return detail::no_settings<Extension>::error;
  }

  // The implementation behind the alias, and what it is to be called with. Needs `extension_impl`.
  [[nodiscard]] auto& impl() const noexcept {
    if constexpr (!import_of<"extension_impl">::is_needed)
      return not_available<detail::import_without_need<Extension, "extension_impl">>::error;
    else if constexpr (!import_of<"extension_impl">::is_there)
      return not_available<detail::import_of_absent<Extension, "extension_impl">>::error;
    else
      return app_.template part<imported<"extension_impl">>();
  }
  [[nodiscard]] const provider_env& impl_env() const noexcept { return app_.impl_env(); }
  // Its settings, for an implementation that has some.
  [[nodiscard]] const auto& impl_settings() const noexcept {
    return app_.template settings_of<std::remove_reference_t<decltype(impl())>>();
  }

  // What the extension of that name exports, or the one that the composition redirects it to:
  // `ctx.import("identity"_ext)`. It must be among the needs, so it has started. An export with a member
  // `for_extension(std::string_view name)` has something for each importer, and that is what it gets.
  template <fixed_string Name>
  [[nodiscard]] decltype(auto) import(extension_name<Name>) const {
    if constexpr (Name.view() == "tenon")
      return not_available<detail::import_of_tenon<Extension>>::error;
    else if constexpr (!import_of<Name>::is_needed)
      return not_available<detail::import_without_need<Extension, Name>>::error;
    else if constexpr (!import_of<Name>::is_there)
      return not_available<detail::import_of_absent<Extension, Name>>::error;
    else if constexpr (!Exports<imported<Name>>)
      return not_available<detail::import_without_export<Extension, imported<Name>>>::error;
    else
      return detail::handed_to<Extension>(app_.template part<imported<Name>>().exported());
  }
  // The same, where it can be given to `expected`, a function that is never called. A contract has one for its concept:
  // `inline constexpr auto any_store = [](Store auto&) {};`.
  template <fixed_string Name, class Expected>
  [[nodiscard]] decltype(auto) import(extension_name<Name> name, Expected) const {
    if constexpr (detail::falls_short<App, Extension, Name, Expected>())
      return diagnostic::said<diagnostic::export_not_as_expected,
                              detail::import_not_as_expected<Extension, Name, imported<Name>>>::error;
    else
      return import(name);
  }
  // Of an optional need, in a hook or another template:
  // `if constexpr (auto data = ctx.find("data"_ext)) data->save();`
  // Of `extension_impl` it gives the implementation itself.
  template <fixed_string Name>
  [[nodiscard]] auto find(extension_name<Name>) const {
    if constexpr (Name.view() == "tenon")
      return not_available<detail::import_of_tenon<Extension>>::error;
    else if constexpr (!import_of<Name>::is_needed)
      return not_available<detail::import_without_need<Extension, Name>>::error;
    else if constexpr (!import_of<Name>::is_there)
      return found_nothing<false, detail::import_of_absent<Extension, Name>>();
    else if constexpr (!detail::gives<Name, imported<Name>>)
      return found_nothing<true, detail::import_without_export<Extension, imported<Name>>>();
    else
      return found<decltype(detail::given_by<Extension, Name>(app_.template part<imported<Name>>()))>(
          detail::given_by<Extension, Name>(app_.template part<imported<Name>>()));
  }

  // Tells everybody who hears it, in start order, before it returns. Listeners answer in the event: what was given by
  // reference has been changed, and what was given by value comes back, as in `ctx.emit(signing_up{user}).allow`.
  // What a listener throws goes no further. Throws itself only where an event leads to itself, 64 deep. Not from a
  // destructor: who started later is destroyed by then.
  template <class E>
  [[gnu::always_inline]] E& emit(E& event) const {
    if constexpr (Emits<Extension, E>)
      App::template delivery<E>::template from<Extension>(app_, event);
    else [[maybe_unused]]
      diagnostic::check<false, diagnostic::undeclared_event, detail::undeclared<Extension, E>> declared;
    return event;
  }
  template <class E>
    requires(!std::is_lvalue_reference_v<E>)
  [[gnu::always_inline]] std::remove_const_t<E> emit(E&& event) const {
    std::remove_const_t<E> own(std::forward<E>(event));
    emit<std::remove_const_t<E>>(own);
    return own;
  }
  template <class E>
  [[gnu::always_inline]] E emit(const E& event) const {
    E own(event);
    emit<E>(own);
    return own;
  }

  // The same to one extension alone, which has to hear it: `ctx.emit_to("notes"_ext, event)`.
  template <fixed_string Name, class E>
  [[gnu::always_inline]] E& emit_to(extension_name<Name>, E& event) const {
    deliver_to<Name>(event);
    return event;
  }
  template <fixed_string Name, class E>
    requires(!std::is_lvalue_reference_v<E>)
  [[gnu::always_inline]] std::remove_const_t<E> emit_to(extension_name<Name>, E&& event) const {
    std::remove_const_t<E> own(std::forward<E>(event));
    deliver_to<Name>(own);
    return own;
  }
  template <fixed_string Name, class E>
  [[gnu::always_inline]] E emit_to(extension_name<Name>, const E& event) const {
    E own(event);
    deliver_to<Name>(own);
    return own;
  }

  // Tells everybody who hears it later: each hears a copy of its own, on its own executor, after what was posted there
  // before, overlapping with none of its hooks. Nobody can answer. From any thread; throws nothing.
  template <class E>
  void post_event(const E& event) const {
    if constexpr (!Emits<Extension, E>) {
      [[maybe_unused]] diagnostic::check<false, diagnostic::undeclared_event, detail::undeclared<Extension, E>>
          declared;
    } else if constexpr (!std::is_copy_constructible_v<E>) {
      [[maybe_unused]] diagnostic::check<false, diagnostic::event_not_copyable, detail::not_copyable<Extension, E>>
          copyable;
    } else {
      app_.post_event(event);
    }
  }

  // For who emits every_event: calls `f(std::type_identity<E>())` with the type of the event of that name, which may be
  // one that an alias alone names, to be made and emitted. False: this composition has none of that name.
  template <class F>
  bool visit_event(std::string_view name, F f) const {
    static_assert(detail::is_every_event<typename Extension::emits>,
                  "only an extension that says `using emits = tenon::every_event;` can ask for an event by its name");
    using all = typename App::events_type;
    const std::size_t at = all::index_of(name);
    if (at == all::count) return false;
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      constexpr void (*each[])(F&) = {
          [](F& visit) { visit(std::type_identity<meta::type_at<I, typename all::row>>()); }...};
      each[at](f);
    }(std::make_index_sequence<all::count>());
    return true;
  }

  // Has `f()`, or `f(ctx)`, done on the executor of this extension: after on_start and after everything that was posted
  // before, overlapping with none of its hooks. A throw is logged and counted. False, and nothing happens: it has
  // stopped. From any thread.
  template <class F>
  bool post(F f) const {
    return App::background::template post<Extension>(app_, std::move(f));
  }
  // The same, not before that time; never where the app stops first.
  template <class F>
  void post_after(std::chrono::nanoseconds delay, F f) const {
    App::background::template post_after<Extension>(app_, delay, std::move(f));
  }
  // Has `f` done on the executor of another one, which must be among the needs: `f(x)` with what that one exports (with
  // the implementation itself for `extension_impl`), or `f()`. Gives a task for what it returns or throws, to be waited
  // for by `co_await`, or by `wait`; nobody has to. From any thread.
  template <fixed_string Name, class F>
  [[nodiscard]] auto ask(extension_name<Name>, F f) const {
    return App::background::template ask<Extension, Name>(app_, std::move(f));
  }
  // Blocks until the task has ended. In a hook or in posted work it throws at once where that could never be: where the
  // answer comes from the executor that waits for it, directly or in a circle.
  template <class Task>
  auto wait(Task task) const {
    return App::background::wait(app_, std::move(task));
  }

  // For servers: the way into the app. Valid from on_open to on_close.
  [[nodiscard]] tenon::door door() const noexcept { return app_.door(); }

  // What can be called by name, of the whole composition; and the way there for a door, which checks who may.
  [[nodiscard]] static constexpr auto functions() noexcept { return App::functions(); }
  [[nodiscard]] auto function_door() const noexcept { return App::calls::door(app_); }
  [[nodiscard]] static constexpr auto drivers() noexcept { return App::drivers(); }
  [[nodiscard]] auto driver_door() const noexcept { return App::calls::driver_door(app_); }

  // For whoever has others do something in their time: to be kept meanwhile. An extension stops when nobody is in it
  // any more; where `is_admitted()` is false, it does not run.
  [[nodiscard]] auto visit(std::size_t rank) const noexcept { return app_.visit(rank); }

  // What the whole composition serves, and where a path leads to in it.
  [[nodiscard]] static constexpr auto routes() noexcept { return App::routes(); }
  [[nodiscard]] static constexpr const auto& route_table() noexcept { return App::route_table(); }

  // The whole composition, in start order, and how each extension does.
  [[nodiscard]] static constexpr std::span<const extension_facts> extensions() noexcept { return App::extensions(); }
  [[nodiscard]] const status_record& status_of(std::size_t rank) const noexcept { return app_.status_of(rank); }
  // What waits on its executor to be done.
  [[nodiscard]] std::size_t waiting_for(std::size_t rank) const noexcept { return app_.waiting_for(rank); }
  // Its events, by name: a span of event::event_row.
  [[nodiscard]] static constexpr auto events() noexcept { return App::events(); }
  [[nodiscard]] bool ready() const noexcept { return app_.ready(); }
  // Some time after it is ready: `environment::steady_state_delay`.
  [[nodiscard]] bool is_steady() const noexcept { return app_.is_steady(); }
  // Whether this extension runs: from its on_start on, and not in on_unready any more.
  [[nodiscard]] bool is_running() const noexcept {
    return tenon::is_running(app_.status_of(App::template rank_of<Extension>).status);
  }

 private:
  friend class calling<context, App, Extension>;
  [[nodiscard]] App& app_called() const noexcept { return app_; }

  template <fixed_string Name>
  using import_of = detail::import_of<App, Extension, Name>;
  template <fixed_string Name>
  using imported = detail::imported<App, Extension, Name>;
  // Returned where there is nothing to return. It has no member `error`: that is the one error, and as the type of the
  // result stays unknown, whatever is done with the result is no second one.
  template <class Says>
  using not_available = diagnostic::said<diagnostic::import_not_available, Says>;

  template <fixed_string Name, class E>
  [[gnu::always_inline]] void deliver_to(E& event) const {
    if constexpr (!Emits<Extension, E>) {
      [[maybe_unused]] diagnostic::check<false, diagnostic::undeclared_event, detail::undeclared<Extension, E>>
          declared;
    } else {
      constexpr std::size_t place = detail::place_of_target<App, E, Name>;
      if constexpr (place < App::events_type::listeners.count(meta::index_of<E, typename App::events_type::row>))
        app_.template emit_from_to<Extension, place>(event);
      else [[maybe_unused]]
        diagnostic::check<false, diagnostic::event_not_heard, detail::target_is_deaf<Extension, App, E, Name>> heard;
    }
  }

  App& app_;
};

}  // namespace tenon
