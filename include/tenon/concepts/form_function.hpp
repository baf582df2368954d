// FormFunction: what the schema of a form calls by name, with parameters that the schema says.
#pragma once

#include <cstddef>
#include <type_traits>

#include "tenon/word/form_function.hpp"

namespace tenon {

// With `static constexpr auto form_function = tenon::form_function{.name = "inRange"};` and `R call() const`. May be
// called from several threads; it may block. What it throws costs the question that asked, and never the form.
template <class T>
concept FormFunction = std::is_aggregate_v<T> && requires(const T& parameters) {
  requires std::is_same_v<std::remove_cvref_t<decltype(T::form_function)>, tenon::form_function>;
  typename std::integral_constant<std::size_t, T::form_function.name.size()>;
  parameters.call();
  requires !std::is_void_v<decltype(parameters.call())>;
};

}  // namespace tenon
