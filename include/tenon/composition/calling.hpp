// What makes `ctx.call("helloWorld"_fn, {.subject = "Dave"})` a call like any other.
#pragma once

#include <type_traits>

#include "tenon/composition/call.hpp"
#include "tenon/composition/call_refusal.hpp"
#include "tenon/composition/drive.hpp"
#include "tenon/composition/require_right.hpp"
#include "tenon/word/actor.hpp"
#include "tenon/word/driver.hpp"
#include "tenon/word/fixed_string.hpp"
#include "tenon/word/function.hpp"

namespace tenon {

template <class, class>
class context;

namespace detail {

template <class App, class Extension, fixed_string Name>
concept CanCall = call_of<App, Extension, Name>::is_known;
template <class Function>
concept TakesNothing = requires { Function{}; };
template <class Who>
concept Somebody = std::is_convertible_v<const Who&, const passport*> || std::is_same_v<Who, actor>;

#if !defined(__clang__)
// g++ turns the arguments of a call one by one into what is asked for, and stops at the first that cannot be.
template <class Refusal>
struct refused_name {
  template <fixed_string Name>
  refused_name(function_name<Name>, const anything& = Refusal::template say<Name>());
};
#endif

}  // namespace detail

// Takes whatever no call fits: arguments in braces fit nothing else but an ellipsis. What `Refusal` says is the one
// error.
template <class Refusal>
class refusing_calls {
 public:
#if defined(__clang__)
  template <fixed_string Name>
  auto& call(detail::spelt_function<Name>, ...) const {
    return Refusal::template say<Name>();
  }
  template <class Who, fixed_string Name>
  auto& call_as(const Who&, detail::spelt_function<Name>, ...) const {
    return Refusal::template say<Name>();
  }
#else
  detail::anything call(detail::refused_name<Refusal>, ...) const;
  template <class Who>
  detail::anything call_as(const Who&, detail::refused_name<Refusal>, ...) const;
#endif
};

// `Caller` has a member `app_called()`; it acts for `Extension`.
template <class Caller, class App, class Extension>
class calling : public refusing_calls<detail::call_refusal<App, Extension>> {
 public:
  using refusing_calls<detail::call_refusal<App, Extension>>::call;
  using refusing_calls<detail::call_refusal<App, Extension>>::call_as;

  // Calls a function of the extension itself or of one that it needs: a call by hand, at once, on this thread. Nobody's
  // rights are asked for: an extension acts for the system. `call("hello::helloWorld"_fn, {...})` says whose it is.
  template <fixed_string Name>
    requires detail::CanCall<App, Extension, Name>
  [[gnu::always_inline]] decltype(auto) call(
      function_name<Name>, const typename detail::call_of<App, Extension, Name>::function& arguments) const {
    using callee = typename detail::call_of<App, Extension, Name>::callee;
    if constexpr (detail::call_of<App, Extension, Name>::verdict.fault == detail::call_fault::refused)
      return detail::result_in_refused<Extension, typename detail::call_of<App, Extension, Name>::function,
                                       context<Extension, App>>();
    else
      return App::calls::template call<callee>(self().app_called(), arguments);
  }
  template <fixed_string Name>
    requires(detail::CanCall<App, Extension, Name> &&
             detail::TakesNothing<typename detail::call_of<App, Extension, Name>::function>)
  [[gnu::always_inline]] decltype(auto) call(function_name<Name> name) const {
    return call(name, typename detail::call_of<App, Extension, Name>::function{});
  }
  // Calls it for somebody, with the rights that they have at any other door: `ctx.call_as(request.passport, "add"_fn,
  // {.a = 1})`. Who lacks one, or is nobody (a null passport), is a tenon::error, and nothing is called; an actor that
  // is the system may.
  template <class Who, fixed_string Name>
    requires(detail::CanCall<App, Extension, Name> && detail::Somebody<Who>)
  [[gnu::always_inline]] decltype(auto) call_as(
      const Who& who, function_name<Name> name,
      const typename detail::call_of<App, Extension, Name>::function& arguments) const {
    detail::require_right(who, detail::call_of<App, Extension, Name>::function::function);
    return call(name, arguments);
  }
  template <class Who, fixed_string Name>
    requires(detail::CanCall<App, Extension, Name> && detail::Somebody<Who> &&
             detail::TakesNothing<typename detail::call_of<App, Extension, Name>::function>)
  [[gnu::always_inline]] decltype(auto) call_as(const Who& who, function_name<Name> name) const {
    return call_as(who, name, typename detail::call_of<App, Extension, Name>::function{});
  }
  // Calls a method of a driver of the extension itself or of one that it needs, in the same way:
  // `ctx.call(no_frills{}, greets::greet{.subject = "Dave"})`.
  template <fixed_string Name, class Interface, driver_options Options, class Method>
  [[gnu::always_inline]] decltype(auto) call(driver<Name, Interface, Options>, const Method& arguments) const {
    using meant = driver<Name, Interface, Options>;
    using drive = detail::drive_of<App, Extension, meant, Method>;
    if constexpr (drive::fault == detail::drive_fault::none)
      return App::calls::template drive<typename drive::callee, meant>(self().app_called(), arguments,
                                                                       actor{.extension = Extension::manifest.name});
    else
      return detail::refused_drive<App, Extension, meant, Method>();
  }
  template <fixed_string Name, class Interface, driver_options Options>
  decltype(auto) call(driver<Name, Interface, Options>) const {
    return detail::refused_drive<App, Extension, driver<Name, Interface, Options>, void>();
  }

 private:
  [[nodiscard]] const Caller& self() const noexcept { return static_cast<const Caller&>(*this); }
};

}  // namespace tenon
