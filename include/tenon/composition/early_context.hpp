// The context of the hooks before on_start: what has not come up yet cannot be reached by it.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

#include "tenon/composition/calling.hpp"
#include "tenon/composition/context.hpp"
#include "tenon/composition/import.hpp"
#include "tenon/diagnostic/ask_not_available.hpp"
#include "tenon/diagnostic/call_too_early.hpp"
#include "tenon/diagnostic/import_not_available.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/word/driver.hpp"
#include "tenon/word/fixed_string.hpp"
#include "tenon/word/name.hpp"
#include "tenon/word/task.hpp"

namespace tenon {

// Of two extensions that are not core, one runs its on_preinit and its on_init while the other one does.
enum class early_hook : unsigned char { preinit, init };

namespace detail {

template <class Extension, fixed_string Name>
struct import_too_early {
  static constexpr diagnostic::sentence text{
      Extension::manifest.name,
      " imports ",
      Name.view(),
      " in on_preinit, before the on_init of ",
      Name.view(),
      " has made ready what it exports. Import it in on_init or a later hook; work that is posted gets a ctx of its "
      "own, as in ctx.post([](auto& ctx) {...})."};
};
template <class Extension, fixed_string Name, early_hook Hook>
struct asks_too_early {
  static constexpr diagnostic::sentence text{
      Extension::manifest.name,
      " asks ",
      Name.view(),
      Hook == early_hook::preinit ? " in on_preinit" : " in on_init",
      ", before ",
      Name.view(),
      " has started. Ask it in on_start or a later hook; work that is posted gets a ctx of its own, as in "
      "ctx.post([](auto& ctx) {...})."};
};

template <class Extension, fixed_string Name, early_hook Hook>
struct calls_too_early {
  static constexpr diagnostic::sentence text{Extension::manifest.name, " calls ", Name.view(),
                                             Hook == early_hook::preinit ? " in on_preinit" : " in on_init",
                                             ", before anybody has started. Call it in on_start or a later hook; work "
                                             "that is posted gets a ctx of its own, as "
                                             "in ctx.post([](auto& ctx) {...})."};
};
template <class Extension, early_hook Hook>
struct early_refusal {
  template <fixed_string Name>
  static auto& say() {
    return diagnostic::said<diagnostic::call_too_early, calls_too_early<Extension, Name, Hook>>::error;
  }
};

// Core extensions, and the implementation, have started before any other's first hook.
template <class App, class Extension, fixed_string Name>
consteval bool has_not_started() {
  using to = import_of<App, Extension, Name>;
  if constexpr (!to::is_there)
    return false;  // which is said elsewhere
  else
    return !App::composed_type::implements[App::composed_type::listed_at[to::rank]] &&
           !imported<App, Extension, Name>::manifest.core;
}

}  // namespace detail

template <class Extension, class App, early_hook Hook>
class early_context : public context<Extension, App>, private refusing_calls<detail::early_refusal<Extension, Hook>> {
  using later = context<Extension, App>;
  template <fixed_string Name>
  static constexpr bool has_not_started = detail::has_not_started<App, Extension, Name>();
  template <fixed_string Name>
  using imports_too_early =
      diagnostic::said<diagnostic::import_not_available, detail::import_too_early<Extension, Name>>;

 public:
  constexpr explicit early_context(const later& of) noexcept : later(of) {}

  using refusing_calls<detail::early_refusal<Extension, Hook>>::call;
  using refusing_calls<detail::early_refusal<Extension, Hook>>::call_as;
  template <fixed_string Name, class Interface, driver_options Options, class Method>
  auto& call(driver<Name, Interface, Options>, const Method&) const {
    return detail::early_refusal<Extension, Hook>::template say<Name>();
  }

  template <fixed_string Name>
  [[nodiscard]] decltype(auto) import(extension_name<Name> name) const {
    if constexpr (Hook == early_hook::preinit && has_not_started<Name>)
      return imports_too_early<Name>::error;
    else
      return later::import(name);
  }
  template <fixed_string Name, class Expected>
  [[nodiscard]] decltype(auto) import(extension_name<Name> name, Expected expected) const {
    if constexpr (Hook == early_hook::preinit && has_not_started<Name>)
      return imports_too_early<Name>::error;
    else
      return later::import(name, expected);
  }
  template <fixed_string Name>
  [[nodiscard]] auto find(extension_name<Name> name) const {
    if constexpr (Hook == early_hook::preinit && has_not_started<Name>)
      return imports_too_early<Name>::error;
    else
      return later::find(name);
  }
  template <fixed_string Name, class F>
  [[nodiscard]] auto ask(extension_name<Name> name, F f) const {
    if constexpr (has_not_started<Name>) {
      [[maybe_unused]] diagnostic::check<false, diagnostic::ask_not_available,
                                         detail::asks_too_early<Extension, Name, Hook>> started;
      return nothing();
    } else {
      return later::ask(name, std::move(f));
    }
  }

 private:
  static task<void> nothing() { co_return; }
};

}  // namespace tenon
