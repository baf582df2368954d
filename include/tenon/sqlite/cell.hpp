// A value as SQLite keeps it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "tenon/word/error.hpp"

namespace tenon::sqlite {

// Nothing, a whole number, another number, or a text.
using cell = std::variant<std::nullptr_t, std::int64_t, double, std::string>;

template <class>
inline constexpr bool is_a_value = false;

template <class T>
[[nodiscard]] cell cell_of(const T& value) {
  if constexpr (std::is_same_v<T, std::nullopt_t> || std::is_same_v<T, std::nullptr_t>)
    return nullptr;
  else if constexpr (std::is_floating_point_v<T>)
    return static_cast<double>(value);
  else if constexpr (std::is_integral_v<T>) {
    if (!std::in_range<std::int64_t>(+value))
      throw error(error_type::invalid_request, std::to_string(value) + " is more than a whole number of SQLite holds");
    return static_cast<std::int64_t>(value);
  } else if constexpr (requires { value.has_value(); })
    return value ? cell_of(*value) : cell(nullptr);
  else if constexpr (std::is_convertible_v<const T&, std::string_view>)
    return std::string(std::string_view(value));
  else if constexpr (requires {
                       typename T::value_type;
                       value.get();
                     })  // tenon::required, tenon::field
    return cell_of(value.get());
  else
    static_assert(is_a_value<T>,
                  "a value for a ? of a statement is a number, a truth value, a text, or a std::optional");
}

}  // namespace tenon::sqlite
