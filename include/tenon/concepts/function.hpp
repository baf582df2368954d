// Function: what can be called by name.
#pragma once

#include <cstddef>
#include <type_traits>

#include "tenon/word/function.hpp"

namespace tenon {

// An aggregate of arguments with `static constexpr auto function = tenon::function{.name = "helloWorld"};`.
template <class T>
concept Function = std::is_class_v<T> && std::is_aggregate_v<T> && std::is_same_v<T, std::remove_cv_t<T>> && requires {
  requires std::is_same_v<std::remove_cvref_t<decltype(T::function)>, tenon::function>;
  typename std::integral_constant<std::size_t, T::function.name.size()>;
};

}  // namespace tenon
