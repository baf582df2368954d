// An argument that cannot be left out.
#pragma once

#include <limits>
#include <type_traits>

#include "tenon/word/field.hpp"

namespace tenon {

class arguments_of_nobody;

namespace detail {
// Is not constexpr, so that its name stands in the error.
void this_constant_does_not_fit_into_the_argument();
}  // namespace detail

// `tenon::required<std::string> subject;` in a function's arguments, or in whatever is read from JSON. It reads as T. A
// call that leaves it out does not compile; from outside it is refused.
template <class T>
class required : public detail::readable<T> {
 public:
  using value_type = T;
  using detail::readable<T>::readable;
  // As in braces: what T could lose something of does not compile, unless it is a constant that fits.
  template <class U>
    requires std::is_arithmetic_v<T> && std::is_arithmetic_v<U> && (!std::is_same_v<T, U>) && requires(U u) { T{u}; }
  constexpr required(U value) : detail::readable<T>(T{value}) {}
  template <class U>
    requires std::is_arithmetic_v<T> && std::is_arithmetic_v<U> && (!std::is_same_v<T, U>) && (!requires(U u) { T{u}; })
  consteval required(U value) : detail::readable<T>(static_cast<T>(value)) {
    if constexpr (std::is_floating_point_v<T> && std::is_floating_point_v<U>) {  // it may be rounded
      if (!(value >= static_cast<U>(std::numeric_limits<T>::lowest()) &&
            value <= static_cast<U>(std::numeric_limits<T>::max())))
        detail::this_constant_does_not_fit_into_the_argument();
    } else if (static_cast<U>(static_cast<T>(value)) != value || (value < U{}) != (static_cast<T>(value) < T{})) {
      detail::this_constant_does_not_fit_into_the_argument();
    }
  }

 private:
  friend class arguments_of_nobody;
  constexpr required() = default;
};

// Arguments of which nothing has been said yet. Only whoever reads them by name begins like that.
class arguments_of_nobody {
 public:
  template <class T>
  [[nodiscard]] static consteval bool can_make() {
    return requires { T{}; };
  }
  template <class Function>
  [[nodiscard]] static constexpr Function make() {
    return Function{};
  }
};

}  // namespace tenon
