// Listens: an extension that hears an event.
#pragma once

#include <concepts>
#include <type_traits>

#include "tenon/concepts/context_archetype.hpp"

namespace tenon {

// `void on(E&)` or `void on(const E&)`, either with `auto& ctx` (or const) behind it. The match is exact: an event by
// value, by a base class or by `auto&` is not heard. Called once per emission, on the emitter's thread, which may be
// any: it may overlap with other listeners and hooks of the same extension. A throw is logged and counted, and stops
// nobody.
template <class T, class E>
concept ListensWithoutContext = __is_class(T) && (requires { static_cast<void (T::*)(const E&)>(&T::on); } ||
                                                       requires { static_cast<void (T::*)(const E&) const>(&T::on); } ||
                                                       requires { static_cast<void (T::*)(E&)>(&T::on); } ||
                                                       requires { static_cast<void (T::*)(E&) const>(&T::on); });
template <class T, class E, class Context>
concept ListensWithContext =
    __is_class(T) && (requires { static_cast<void (T::*)(E&, Context&)>(&T::on); } ||
                           requires { static_cast<void (T::*)(const E&, Context&)>(&T::on); } ||
                           requires { static_cast<void (T::*)(E&, Context&) const>(&T::on); } ||
                           requires { static_cast<void (T::*)(const E&, Context&) const>(&T::on); } ||
                           requires { static_cast<void (T::*)(E&, const Context&)>(&T::on); } ||
                           requires { static_cast<void (T::*)(const E&, const Context&)>(&T::on); } ||
                           requires { static_cast<void (T::*)(E&, const Context&) const>(&T::on); } ||
                           requires { static_cast<void (T::*)(const E&, const Context&) const>(&T::on); });

template <class T, class E, class Context = context_archetype>
concept Listens = ListensWithoutContext<T, E> || ListensWithContext<T, E, Context>;

// `void on_any(auto& event)` or `void on_any(auto& event, auto& ctx)`, for the patterns in a list of `listens`.
template <class T, class E, class Context = context_archetype>
concept ListensToAny = requires(T& extension, E& event) {
  { extension.on_any(event) } -> std::same_as<void>;
} || requires(T& extension, E& event, Context& ctx) {
  { extension.on_any(event, ctx) } -> std::same_as<void>;
};

}  // namespace tenon
