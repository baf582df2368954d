// Types that people and wires write as one text.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>

namespace tenon::reflect {

// Specialise it for a type of your own:
//   template <> struct tenon::reflect::text_form<colour> {
//     static constexpr std::string_view expected = "a colour", example = "#ff8800";
//     static std::string print(const colour& value);
//     static bool parse(std::string_view text, colour& value);  // false: not one, and the value is as before
//   };
// Where some values have no text, print returns std::optional<std::string>: in JSON they are null.
// `double magnitude(const T&)` and `std::string print_magnitude(double)` beside them let a field have a range.
// With `measure measured` too, its ends have to be written as times, or as bytes.
template <class T>
struct text_form;

template <class T>
concept HasTextForm = requires(const T& value, T& target, std::string_view text) {
  { text_form<T>::expected } -> std::convertible_to<std::string_view>;
  { text_form<T>::example } -> std::convertible_to<std::string_view>;
  { text_form<T>::print(value) } -> std::convertible_to<std::optional<std::string>>;
  { text_form<T>::parse(text, target) } -> std::same_as<bool>;
};

}  // namespace tenon::reflect
