// The drivers of one extension as the compiler finds them, or the first thing that is wrong with them.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tenon/call/driver_fault.hpp"
#include "tenon/call/driver_name.hpp"
#include "tenon/call/driver_row.hpp"
#include "tenon/call/functions_of.hpp"
#include "tenon/call/interface_row_of.hpp"
#include "tenon/concepts/drives.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/reflect/type_name.hpp"
#include "tenon/word/driver.hpp"

namespace tenon::call {

// What a driver's method gives where it is called with what it wants.
template <class X, class D, class M, class Context>
constexpr auto driven_result() {
  using who = const actor&;
  if constexpr (DrivesForActorWithContext<X, D, M, Context>)
    return std::type_identity<std::remove_cvref_t<decltype(std::declval<X&>().call(
        D{}, std::declval<const M&>(), std::declval<who>(), std::declval<Context&>()))>>();
  else if constexpr (DrivesWithContext<X, D, M, Context>)
    return std::type_identity<std::remove_cvref_t<decltype(std::declval<X&>().call(D{}, std::declval<const M&>(),
                                                                                   std::declval<Context&>()))>>();
  else if constexpr (DrivesForActor<X, D, M>)
    return std::type_identity<
        std::remove_cvref_t<decltype(std::declval<X&>().call(D{}, std::declval<const M&>(), std::declval<who>()))>>();
  else
    return std::type_identity<std::remove_cvref_t<decltype(std::declval<X&>().call(D{}, std::declval<const M&>()))>>();
}

namespace detail {

template <class X>
constexpr auto find_drivers() {
  if constexpr (requires { typename X::drivers; })
    return std::type_identity<typename X::drivers>();
  else
    return std::type_identity<hidden_list>();
}

// `call(DRIVER, const greet&)` as an author would write it.
template <class D, class M>
constexpr diagnostic::sentence driven_as() {
  if constexpr (std::is_void_v<typename M::result>)
    return diagnostic::sentence{"void call(DRIVER, const ", reflect::type_name<M>(), "&)"};
  else
    return diagnostic::sentence{reflect::type_name<typename M::result>(), " call(DRIVER, const ",
                                reflect::type_name<M>(), "&)"};
}

// What X lacks to be a driver D of an interface with this method; empty: nothing.
template <class X, class D, class M, class Context>
constexpr diagnostic::sentence lack() {
  using diagnostic::sentence;
  if constexpr (!Drives<X, D, M, Context>) {
    return sentence{" and does not do ",
                    M::method.name,
                    ". Give it a public ",
                    driven_as<D, M>().view(),
                    ", where DRIVER is the type that stands in the list; const tenon::actor& and then auto& ctx may ",
                    "stand behind. Write the return type out."};
  } else if constexpr (!std::is_same_v<typename decltype(driven_result<X, D, M, Context>())::type,
                                       typename M::result>) {
    return sentence{" and does ", M::method.name, " with another result than the interface says. Make it ",
                    driven_as<D, M>().view(), "."};
  } else {
    return {};
  }
}

struct driver_entry {
  driver_fault fault = driver_fault::not_a_driver;
  diagnostic::sentence why{};
  driver_row row{};
};

template <class X, class D, class Context>
struct entry_of_driver {
  static constexpr driver_entry make() {
    return {.why = diagnostic::sentence{X::manifest.name, " has ", reflect::type_name<D>(),
                                        " in its list of drivers, which is none. Write using no_frills = ",
                                        "tenon::driver<`no-frills`, hello_world>; and list that."}};
  }
};
template <class X, fixed_string Name, class I, driver_options Options, class Context>
struct entry_of_driver<X, tenon::driver<Name, I, Options>, Context> {
  using D = tenon::driver<Name, I, Options>;
  template <class List>
  struct lacks;
  template <class... Methods>
  struct lacks<tenon::methods<Methods...>> {
    static constexpr diagnostic::sentence first() {
      for (const diagnostic::sentence& one : {diagnostic::sentence(), lack<X, D, Methods, Context>()...})
        if (one.size() != 0) return one;
      return {};
    }
  };
  static constexpr driver_entry make() {
    using diagnostic::sentence;
    driver_entry out{.fault = driver_fault::none};
    if (const std::string_view problem = driver_name_problem(D::name); !problem.empty()) {
      out.fault = driver_fault::malformed;
      out.why = sentence{X::manifest.name, " has a driver named `",      D::name, "`, a name that ",
                         problem,          ". Write it as in no-frills."};
    } else if (Options.most_calls != 0 && Options.within_seconds == 0) {
      out.fault = driver_fault::malformed;
      out.why = sentence{X::manifest.name, " lets its driver ", D::name,
                         " be called so often in 0 seconds, which limits nothing. Give .within_seconds a number."};
    } else if constexpr (interface_problem<I>().size() != 0) {
      out.fault = driver_fault::malformed_interface;
      out.why = sentence{"driver ", D::name,
                         " of ",    X::manifest.name,
                         " is of ", reflect::type_name<I>(),
                         ": ",      interface_problem<I>().view(),
                         "."};
    } else if constexpr (lacks<typename I::methods>::first().size() != 0) {
      out.fault = driver_fault::without_method;
      out.why = sentence{X::manifest.name,     " lists the driver ", D::name,
                         " of the interface ", I::interface.name,    lacks<typename I::methods>::first().view()};
    } else {
      out.row = {.name = D::name,
                 .doc = D::options.doc.view(),
                 .extension = X::manifest.name,
                 .version = X::manifest.version,
                 .of = interface_row_of<I>(),
                 .to = Options.to,
                 .most_calls = Options.most_calls,
                 .within_seconds = Options.within_seconds};
    }
    return out;
  }
};

// The calls of one driver, in the order of its interface's methods.
template <class Host, template <class, class, class, class> class Run, class X, class D, class List>
struct calls_of_driver;
template <class Host, template <class, class, class, class> class Run, class X, class D, class... Methods>
struct calls_of_driver<Host, Run, X, D, tenon::methods<Methods...>> {
  static constexpr std::array<function_call, sizeof...(Methods)> calls{&Run<Host, X, D, Methods>::run...};
};

template <class X, class Context, class List>
struct driver_list_of {
  static constexpr std::size_t size = 0;
  static constexpr driver_fault fault = driver_fault::not_a_driver;
  static constexpr diagnostic::sentence why() {
    return diagnostic::sentence{X::manifest.name, " has a member type drivers that is ",
                                std::is_same_v<List, hidden_list> ? "private" : "no tenon::drivers<...>",
                                ", so nothing in it could be called. Write using drivers = tenon::drivers<no_frills>; ",
                                "in public, or give it another name."};
  }
  static constexpr std::array<driver_row, 0> rows{};
  template <class Host, template <class, class, class, class> class Run>
  static constexpr std::array<function_call, 0> calls{};
};
template <class X, class Context, class... Drivers>
struct driver_list_of<X, Context, tenon::drivers<Drivers...>> {
  static constexpr std::size_t size = sizeof...(Drivers);
  static constexpr std::array<driver_entry, size> entries{entry_of_driver<X, Drivers, Context>::make()...};
  static constexpr std::size_t wrong = [] {
    for (std::size_t i = 0; i < size; ++i)
      if (entries[i].fault != driver_fault::none) return i;
    return size;
  }();
  static constexpr driver_fault fault = [] {
    for (const driver_entry& one : entries)
      if (one.fault != driver_fault::none) return one.fault;
    return driver_fault::none;
  }();
  static constexpr diagnostic::sentence why() { return entries[wrong].why; }
  static constexpr std::array<driver_row, size> rows = [] {
    std::array<driver_row, size> out{};
    std::size_t calls = 0;
    for (std::size_t i = 0; i < size; ++i) {
      out[i] = entries[i].row;
      out[i].first_call = calls;
      calls += out[i].of.methods.size();
    }
    return out;
  }();
  static constexpr std::size_t call_count = [] {
    std::size_t sum = 0;
    for (const driver_entry& one : entries) sum += one.row.of.methods.size();
    return sum;
  }();
  template <class Host, template <class, class, class, class> class Run>
  static constexpr std::array<function_call, call_count> calls = [] {
    std::array<function_call, call_count> out{};
    std::size_t i = 0;
    auto add = [&](const auto& of_one) {
      for (function_call one : of_one) out[i++] = one;
    };
    (add(calls_of_driver<Host, Run, X, Drivers, typename Drivers::interface_type::methods>::calls), ...);
    return out;
  }();
};

// A type that is called `drivers` itself has its own name as a member, which compilers see in different ways.
template <class X>
consteval bool is_called_like_its_list() {
  constexpr std::string_view name = reflect::type_name<X>();
  return name == "drivers" || name.ends_with("::drivers");
}

}  // namespace detail

// Whether there is a list at all; most have none, and nothing is made for them.
template <class X>
inline constexpr bool has_drivers = false;
template <class X>
  requires(!requires { typename std::type_identity<struct detail::list_probe<X>::drivers>; })
inline constexpr bool has_drivers<X> = !detail::is_called_like_its_list<X>();

// Of one that has. `Context` is what they are called with.
template <class X, class Context>
using drivers_of = detail::driver_list_of<X, Context, typename decltype(detail::find_drivers<X>())::type>;

}  // namespace tenon::call
