// A type's name as the compiler prints it.
#pragma once

#include <cstddef>
#include <string_view>

namespace tenon::reflect {

namespace detail {

template <class T>
[[nodiscard]] consteval std::string_view text_with_type() {
  return {__PRETTY_FUNCTION__, sizeof(__PRETTY_FUNCTION__) - 1};  // counting would take a step for each letter
}

// What stands before the type, and behind it, is the same for every type. Looked for once, because a search takes a
// compiler a step for each letter.
inline constexpr std::size_t before_type = text_with_type<int>().find("T = int") + 4;
inline constexpr std::size_t behind_type = text_with_type<int>().size() - before_type - 3;

}  // namespace detail

template <class T>
[[nodiscard]] consteval std::string_view type_name() {
  const std::string_view text = detail::text_with_type<T>();
  return {text.data() + detail::before_type, text.size() - detail::before_type - detail::behind_type};
}

// A compiler that spells functions in another way stops here.
static_assert(type_name<int>() == "int" && type_name<unsigned char>() == "unsigned char");

}  // namespace tenon::reflect
