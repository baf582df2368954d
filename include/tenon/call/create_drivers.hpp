// create.interfaces and create.drivers: drivers that come only when the program runs, as many as its settings say.
// What is known when it is built stands in the list `drivers` of an extension instead.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tenon/call/caller.hpp"
#include "tenon/call/driver_row.hpp"
#include "tenon/call/interface_row_of.hpp"
#include "tenon/call/run.hpp"
#include "tenon/concepts/interface.hpp"
#include "tenon/diagnostic/driver_without_method.hpp"
#include "tenon/diagnostic/malformed_interface.hpp"
#include "tenon/diagnostic/sentence.hpp"
#include "tenon/reflect/type_name.hpp"
#include "tenon/word/actor.hpp"
#include "tenon/word/driver.hpp"

namespace tenon::call {

// A driver that was made at run time. `call` as that of a driver_door.
struct created_driver {
  std::string name{};
  driver_options options{};
  interface_row of{};
  std::function<void(std::size_t method, const caller& by)> call{};
};

// `M::result call(const M& arguments)`, with `const tenon::actor& who` behind it or not.
template <class Object, class M>
concept DoesMethodForActor = requires(Object& object, const M& arguments, const actor& who) {
  requires std::is_same_v<std::remove_cvref_t<decltype(object.call(arguments, who))>, typename M::result>;
};
template <class Object, class M>
concept DoesMethod = DoesMethodForActor<Object, M> || requires(Object& object, const M& arguments) {
  requires std::is_same_v<std::remove_cvref_t<decltype(object.call(arguments))>, typename M::result>;
};

namespace detail {

template <class I>
struct why_no_interface {
  static constexpr diagnostic::sentence text{reflect::type_name<I>(),
                                             " is made an interface of drivers: ", interface_problem<I>().view(), "."};
};
template <class I>
struct interface_is_sound
    : diagnostic::check<interface_problem<I>().size() == 0, diagnostic::malformed_interface, why_no_interface<I>> {};

template <class I, class Object, class M>
struct why_no_method {
  static constexpr diagnostic::sentence text{
      reflect::type_name<Object>(),
      " is made a driver of ",
      I::interface.name,
      " and does not do ",
      M::method.name,
      ". Give it a public member call(const ",
      reflect::type_name<M>(),
      "&) that gives what the interface says; const tenon::actor& may stand behind."};
};
template <class I, class Object, class List>
struct object_is_sound;
template <class I, class Object, class... Methods>
struct object_is_sound<I, Object, tenon::methods<Methods...>>
    : diagnostic::check<DoesMethod<Object, Methods>, diagnostic::driver_without_method,
                        why_no_method<I, Object, Methods>>... {};
template <class Object, class... Methods>
constexpr bool does_all(tenon::methods<Methods...>) {
  return (DoesMethod<Object, Methods> && ...);
}

template <class Object, class M>
void run_on_object(Object& object, const caller& by) {
  struct admitted {
    static constexpr bool is_admitted() { return true; }
  };
  static_cast<void>(run_in<M>(admitted{}, by, [&](const M& arguments) -> typename M::result {
    if constexpr (DoesMethodForActor<Object, M>)
      return object.call(arguments, by.who);
    else
      return object.call(arguments);
  }));
}
template <class Object, class... Methods>
constexpr auto runs_of_object(tenon::methods<Methods...>) {
  return std::array<void (*)(Object&, const caller&), sizeof...(Methods)>{&run_on_object<Object, Methods>...};
}

}  // namespace detail
}  // namespace tenon::call

namespace tenon::core {

// Emitted by the extension `drivers` each time its door opens, first when everybody has started: interfaces that shall
// be listed, whether anybody drives them or not.
struct create_interfaces {
  static constexpr std::string_view name = "create.interfaces";
  static constexpr bool may_be_unheard = true;

  class registry {
   public:
    // Throws tenon::error: another type is an interface of that name.
    using add = std::function<void(const call::interface_row& row)>;

    explicit registry(add to) : add_(std::move(to)) {}
    registry(const registry&) = delete;
    registry& operator=(const registry&) = delete;

   private:
    friend struct create_interfaces;
    add add_;
  };
  registry of;

  // `event.create<hello_world>();`
  template <class I>
  void create() {
    if constexpr (call::interface_problem<I>().size() != 0) [[maybe_unused]]
      call::detail::interface_is_sound<I> sound;
    else
      of.add_(call::interface_row_of<I>());
  }
};

// The same for drivers, emitted after it. They are kept until the drivers' door closes, which is before any extension
// stops, so they may hold `this` and a ctx. An extension that is to stop waits until its drivers have returned.
struct create_drivers {
  static constexpr std::string_view name = "create.drivers";
  static constexpr bool may_be_unheard = true;

  class registry {
   public:
    // Throws tenon::error: the name is none, or the interface has a driver of that name.
    using add = std::function<void(std::string_view extension, call::created_driver what)>;

    explicit registry(add to) : add_(std::move(to)) {}
    registry(const registry&) = delete;
    registry& operator=(const registry&) = delete;

   private:
    friend struct create_drivers;
    add add_;
    std::string_view extension_{};
  };
  registry of;

  // `event.create<hello_world>("no-frills", greeter{}, {.to = tenon::granted::everyone});`, where `object` has
  // `std::string call(const hello_world::greet&)` and so on. It is called from many threads at once.
  template <class I, class Object>
  void create(std::string driver_name, Object object, driver_options options = {}) {
    if constexpr (call::interface_problem<I>().size() != 0) {
      [[maybe_unused]] call::detail::interface_is_sound<I> sound;
    } else if constexpr (!call::detail::does_all<Object>(typename I::methods{})) {
      [[maybe_unused]] call::detail::object_is_sound<I, Object, typename I::methods> sound;
    } else {
      auto shared = std::make_shared<Object>(std::move(object));
      of.add_(of.extension_, {std::move(driver_name), options, call::interface_row_of<I>(),
                              [shared](std::size_t method, const call::caller& by) {
                                static constexpr auto runs =
                                    call::detail::runs_of_object<Object>(typename I::methods{});
                                runs[method](*shared, by);
                              }});
    }
  }

  void heard_by(std::string_view extension) noexcept { of.extension_ = extension; }
};

}  // namespace tenon::core
