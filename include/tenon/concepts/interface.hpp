// Interface: a type that lists the methods of drivers.
#pragma once

#include <cstddef>
#include <type_traits>

#include "tenon/word/interface.hpp"

namespace tenon {

// An aggregate of arguments with `static constexpr auto method = tenon::driver_method{.name = "greet"};` and
// `using result = std::string;`.
template <class T>
concept DriverMethod =
    std::is_class_v<T> && std::is_aggregate_v<T> && std::is_same_v<T, std::remove_cv_t<T>> && requires {
      requires std::is_same_v<std::remove_cvref_t<decltype(T::method)>, tenon::driver_method>;
      typename std::integral_constant<std::size_t, T::method.name.size()>;
      typename T::result;
    };

namespace detail {
template <class T>
inline constexpr bool is_method_list = false;
template <class... Methods>
inline constexpr bool is_method_list<methods<Methods...>> = true;
}  // namespace detail

// With `static constexpr auto interface = tenon::interface{.name = "hello-world"};` and
// `using methods = tenon::methods<greet>;`.
template <class T>
concept Interface = requires {
  requires std::is_same_v<std::remove_cvref_t<decltype(T::interface)>, tenon::interface>;
  typename std::integral_constant<std::size_t, T::interface.name.size()>;
  requires detail::is_method_list<typename T::methods>;
};

}  // namespace tenon
