// What an extension sees of the app. It is a reference and nothing else, and it knows at compile time whose it is, so
// it can be copied into any callback and still acts for the right extension.
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tenon/composition/app_context.hpp"
#include "tenon/composition/calling.hpp"
#include "tenon/composition/emission.hpp"
#include "tenon/composition/found.hpp"
#include "tenon/composition/import.hpp"
#include "tenon/composition/name_as_text.hpp"
#include "tenon/composition/secret_shown.hpp"
#include "tenon/composition/waiting_refused.hpp"
#include "tenon/concepts/exports.hpp"
#include "tenon/concepts/has_settings.hpp"
#include "tenon/diagnostic/coroutine_of_nobody.hpp"
#include "tenon/diagnostic/export_not_as_expected.hpp"
#include "tenon/diagnostic/import_not_available.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/diagnostic/settings_not_available.hpp"
#include "tenon/meta/type_at.hpp"
#include "tenon/word/event.hpp"
#include "tenon/word/log.hpp"
#include "tenon/word/name.hpp"
#include "tenon/word/status.hpp"

namespace tenon {

template <class Extension, class App>
class context : public app_context<App>, public calling<context<Extension, App>, App, Extension> {
 public:
  constexpr context(App& app, context_key key) noexcept : app_context<App>(app, key) {}

  [[nodiscard]] static constexpr std::string_view name() noexcept { return Extension::manifest.name; }
  [[nodiscard]] static constexpr std::string_view version() noexcept { return Extension::manifest.version; }

  [[nodiscard]] tenon::log log() const noexcept { return {name(), this->environment().log_sink}; }
  // The settings of this extension; they live as long as the app.
  [[nodiscard]] const auto& settings() const noexcept {
    if constexpr (HasSettings<Extension>)
      return *static_cast<const typename Extension::settings*>(
          app_called().settings_at(App::template rank_of<Extension>));
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
      return app_called().template part<imported<"extension_impl">>();
  }
  // Its settings, for an implementation that has some.
  [[nodiscard]] const auto& impl_settings() const noexcept {
    return app_called().template settings_of<std::remove_reference_t<decltype(impl())>>();
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
      return detail::handed_to<Extension>(app_called().template part<imported<Name>>().exported());
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
      return found<decltype(detail::given_by<Extension, Name>(app_called().template part<imported<Name>>()))>(
          detail::given_by<Extension, Name>(app_called().template part<imported<Name>>()));
  }

  // Tells everybody who hears it, in start order, before it returns. Listeners answer in the event: what was given by
  // reference has been changed, and what was given by value comes back, as in `ctx.emit(signing_up{user}).allow`.
  // What a listener throws goes no further. Throws itself only where an event leads to itself, 64 deep. Not from a
  // destructor: who started later is destroyed by then.
  template <class E>
  [[gnu::always_inline]] decltype(auto) emit(E&& event) const {
    using event_type = std::remove_cvref_t<E>;
    if constexpr (!Emits<Extension, event_type>) {
      [[maybe_unused]] diagnostic::check<false, diagnostic::undeclared_event, detail::undeclared<Extension, event_type>>
          declared;
      return (event);
    } else if constexpr (!detail::is_changed_in_place<E&&>) {
      event_type own(std::forward<E>(event));
      emit(own);
      return own;
    } else {
      App::template delivery<event_type>::template from<Extension>(app_called(), event);
      return (event);
    }
  }
  // The same to one extension alone, which has to hear it: `ctx.emit_to("notes"_ext, event)`.
  template <fixed_string Name, class E>
  [[gnu::always_inline]] decltype(auto) emit_to(extension_name<Name> whom, E&& event) const {
    using event_type = std::remove_cvref_t<E>;
    if constexpr (!Emits<Extension, event_type>) {
      [[maybe_unused]] diagnostic::check<false, diagnostic::undeclared_event, detail::undeclared<Extension, event_type>>
          declared;
      return (event);
    } else if constexpr (!detail::is_changed_in_place<E&&>) {
      event_type own(std::forward<E>(event));
      emit_to(whom, own);
      return own;
    } else {
      constexpr std::size_t place = detail::place_of_target<App, event_type, Name>;
      if constexpr (place <
                    App::events_type::listeners.count(meta::index_of<event_type, typename App::events_type::row>))
        app_called().template emit_from_to<Extension, place>(event);
      else [[maybe_unused]]
        diagnostic::check<false, diagnostic::event_not_heard, detail::target_is_deaf<Extension, App, event_type, Name>>
            heard;
      return (event);
    }
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
      app_called().post_event(event);
    }
  }

  // Where an extension is named by a text, of which the compiler knows nothing. (No base class for these, and no alias
  // for what is refused: each would be made for every extension.)
  template <std::size_t Size, class... More>
  auto& import(const char (&)[Size], const More&...) const {
    return detail::refused_text<Extension>::error;
  }
  template <std::size_t Size>
  auto& find(const char (&)[Size]) const {
    return detail::refused_text<Extension>::error;
  }
  template <std::size_t Size, class F>
  auto& ask(const char (&)[Size], const F&) const {
    return detail::refused_text<Extension>::error;
  }
  template <std::size_t Size, class E>
  auto& emit_to(const char (&)[Size], const E&) const {
    return detail::refused_text<Extension>::error;
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
    return App::background::template post<Extension>(app_called(), std::move(f));
  }
  // The same, not before that time; never where the app stops first.
  template <class F>
  void post_after(std::chrono::nanoseconds delay, F f) const {
    App::background::template post_after<Extension>(app_called(), delay, std::move(f));
  }
  // Has `f` done on the executor of another one, which must be among the needs: `f(x)` with what that one exports (with
  // the implementation itself for `extension_impl`), or `f()`. Gives a task for what it returns or throws, to be waited
  // for by `co_await`, or by `wait`; nobody has to. From any thread.
  template <fixed_string Name, class F>
  [[nodiscard]] auto ask(extension_name<Name>, F f) const {
    return App::background::template ask<Extension, Name>(app_called(), std::move(f));
  }
  // Blocks until the task has ended. In a hook or in posted work it throws at once where that could never be: where the
  // answer comes from the executor that waits for it, directly or in a circle.
  template <class Task>
  auto wait(Task&& task) const {
    if constexpr (is_task<Task>)
      return App::background::wait(app_called(), std::move(task));
    else
      return diagnostic::said<diagnostic::not_a_task_to_wait_for,
                              detail::waits_for_no_task<Extension, std::remove_reference_t<Task>>>::error;
  }
  // Whether this extension runs: from its on_start on, and not in on_unready any more.
  [[nodiscard]] bool is_running() const noexcept {
    return tenon::is_running(app_called().status_of(App::template rank_of<Extension>).status);
  }

 private:
  friend class calling<context, App, Extension>;
  using app_context<App>::app_called;

  template <fixed_string Name>
  using import_of = detail::import_of<App, Extension, Name>;
  template <fixed_string Name>
  using imported = detail::imported<App, Extension, Name>;
  // Returned where there is nothing to return. It has no member `error`: that is the one error, and as the type of the
  // result stays unknown, whatever is done with the result is no second one.
  template <class Says>
  using not_available = diagnostic::said<diagnostic::import_not_available, Says>;
};

}  // namespace tenon
