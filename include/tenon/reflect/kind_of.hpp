// Which kind of value a type is.
#pragma once

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "tenon/reflect/aggregate.hpp"
#include "tenon/reflect/enumerators.hpp"
#include "tenon/reflect/text_form.hpp"
#include "tenon/reflect/type.hpp"
#include "tenon/word/raw_json.hpp"

namespace tenon::reflect {

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

// std::map<std::string, T> and its like.
template <class T>
concept Map = requires(T& map, const T& seen, std::string_view key) {
  typename T::mapped_type;
  requires std::same_as<typename T::key_type, std::string>;
  { map.try_emplace(std::string(key)).first->second } -> std::same_as<typename T::mapped_type&>;
  { seen.size() } -> std::convertible_to<std::size_t>;
};

// std::vector, std::array, std::span and their like; not std::vector<bool>, whose elements have no address.
template <class T>
concept List = requires(T& list, const T& seen, std::size_t i) {
  typename T::value_type;
  { seen.size() } -> std::convertible_to<std::size_t>;
  requires std::is_lvalue_reference_v<decltype(list[i])>;
  requires std::same_as<std::remove_cvref_t<decltype(list[i])>, typename T::value_type>;
};

// As an argument becomes one. (std::is_convertible costs a class for each type that is asked about.)
template <class T>
concept View = requires(const T& value, void (&take)(std::string_view)) { take(value); };

// `char` and its wide brothers are letters, not numbers.
template <class T>
concept Letter = std::same_as<T, char> || std::same_as<T, wchar_t> || std::same_as<T, char8_t> ||
                 std::same_as<T, char16_t> || std::same_as<T, char32_t>;

template <class T>
consteval kind kind_of_class() {
  if constexpr (__is_same(T, std::string))
    return kind::text;
  else if constexpr (__is_same(T, json::raw))
    return kind::raw;
  else if constexpr (is_optional<T>)
    return kind::optional;
  else if constexpr (Map<T>)
    return kind::map;
  else if constexpr (View<T>)
    return kind::view;
  else if constexpr (List<T>)
    return kind::list;
  else if constexpr (Aggregate<T>)
    return kind::aggregate;
  else
    return kind::none;
}
template <class T>
consteval kind kind_of() {
  // A class is asked no question that only numbers could answer: each is asked for every type of somebody's settings.
  if constexpr (HasTextForm<T>)
    return kind::formed;
  else if constexpr (__is_class(T))
    return kind_of_class<T>();
  else if constexpr (std::same_as<T, bool>)
    return kind::boolean;
  else if constexpr (Letter<T>)
    return kind::none;
  else if constexpr (std::signed_integral<T>)
    return kind::whole;
  else if constexpr (std::unsigned_integral<T>)
    return kind::natural;
  else if constexpr (std::same_as<T, float> || std::same_as<T, double>)
    return kind::real;
  else if constexpr (Enumeration<T>)
    return enumerators<T>.empty() ? kind::none : kind::enumeration;
  else if constexpr (View<T>)
    return kind::view;
  else
    return kind::none;
}

}  // namespace tenon::reflect
