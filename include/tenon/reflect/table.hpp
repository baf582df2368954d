// The table of each kind of type but aggregates.
#pragma once

#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tenon/diagnostic/sentence.hpp"
#include "tenon/reflect/file_form.hpp"
#include "tenon/reflect/kind_of.hpp"
#include "tenon/reflect/real_text.hpp"
#include "tenon/reflect/size_form.hpp"
#include "tenon/reflect/time_form.hpp"
#include "tenon/reflect/worn.hpp"
#include "tenon/word/required.hpp"

namespace tenon::reflect {

namespace detail {

template <class T>
inline constexpr diagnostic::sentence unlike_any{
    "a value of type ", type_name<T>(),
    " cannot be read or written by name: use a number, bool, std::string, enum with an underlying type, "
    "std::chrono::duration, tenon::byte_size, tenon::timestamp, std::optional, std::vector, std::map from std::string, "
    "or an aggregate of these, or specialise tenon::reflect::text_form"};

template <class T>
T& at(void* value) {
  return *static_cast<T*>(value);
}
template <class T>
const T& at(const void* value) {
  return *static_cast<const T*>(value);
}

}  // namespace detail

// `table<T>::value` is the table of T, which wears no words.
template <class T, kind Kind = kind_of<T>()>
struct table {
  static constexpr type value{kind::none, type_name<T>(), detail::unlike_any<T>.view()};
};

template <class T>
struct table<T, kind::boolean> {
  static constexpr boolean_type value{{kind::boolean, type_name<T>()},
                                      [](const void* v) { return detail::at<T>(v); },
                                      [](void* v, bool to) { detail::at<T>(v) = to; }};
};

template <class T>
struct table<T, kind::whole> {
  static constexpr whole_type value{{kind::whole, type_name<T>()},
                                    std::numeric_limits<T>::min(),
                                    std::numeric_limits<T>::max(),
                                    [](const void* v) { return static_cast<std::int64_t>(detail::at<T>(v)); },
                                    [](void* v, std::int64_t to) { detail::at<T>(v) = static_cast<T>(to); }};
};

template <class T>
struct table<T, kind::natural> {
  static constexpr natural_type value{{kind::natural, type_name<T>()},
                                      std::numeric_limits<T>::max(),
                                      [](const void* v) { return static_cast<std::uint64_t>(detail::at<T>(v)); },
                                      [](void* v, std::uint64_t to) { detail::at<T>(v) = static_cast<T>(to); }};
};

template <class T>
struct table<T, kind::real> {
  static constexpr real_type value{{kind::real, type_name<T>()},
                                   static_cast<double>(std::numeric_limits<T>::max()),
                                   [](const void* v) { return static_cast<double>(detail::at<T>(v)); },
                                   [](void* v, double to) { detail::at<T>(v) = static_cast<T>(to); },
                                   print_real,
                                   parse_real};
};

template <class T>
struct table<T, kind::text> {
  static constexpr text_type value{{kind::text, type_name<T>()},
                                   [](const void* v) -> std::string_view { return detail::at<T>(v); },
                                   [](void* v, std::string_view to) { detail::at<T>(v) = to; }};
};

template <class T>
struct table<T, kind::raw> {
  static constexpr text_type value{{kind::raw, type_name<T>()},
                                   [](const void* v) -> std::string_view { return detail::at<T>(v).text; },
                                   [](void* v, std::string_view to) { detail::at<T>(v).text = to; }};
};

template <class T>
struct table<T, kind::view> {
  static constexpr text_type value{
      {kind::view, type_name<T>()}, [](const void* v) -> std::string_view { return detail::at<T>(v); }, nullptr};
};

template <class T>
struct table<T, kind::enumeration> {
  static constexpr enumeration_type value{{kind::enumeration, type_name<T>()},
                                          enumerators<T>,
                                          [](const void* v) { return static_cast<std::int64_t>(detail::at<T>(v)); },
                                          [](void* v, std::int64_t to) { detail::at<T>(v) = static_cast<T>(to); }};
};

template <class T>
struct table<T, kind::formed> {
  using form = text_form<T>;
  static constexpr formed_type value = [] {
    formed_type made{{kind::formed, type_name<T>()},
                     form::expected,
                     form::example,
                     [](const void* v) -> std::optional<std::string> { return form::print(detail::at<T>(v)); },
                     [](void* v, std::string_view text, bool (*accept)(void*, const void*), void* context) {
                       T read = detail::at<T>(v);
                       if (!form::parse(text, read)) return false;
                       if (accept(context, &read)) detail::at<T>(v) = std::move(read);
                       return true;
                     },
                     nullptr,
                     nullptr};
    if constexpr (requires(const T& v) { form::magnitude(v); }) {
      made.magnitude = [](const void* v) { return form::magnitude(detail::at<T>(v)); };
      made.print_magnitude = form::print_magnitude;
    }
    made.takes_whole = requires { requires form::takes_whole; };
    if constexpr (requires { form::measured; }) made.measured = form::measured;
    return made;
  }();
};

template <class T>
struct table<T, kind::optional> {
  using inner = typename T::value_type;
  static constexpr optional_type value{
      {kind::optional, type_name<T>()},
      {&table<typename worn<inner>::type>::value, &worn<inner>::wears},
      [](const void* v) -> const void* {
        const T& seen = detail::at<T>(v);
        return seen ? static_cast<const void*>(&worn<inner>::bare(const_cast<inner&>(*seen))) : nullptr;
      },
      [](void* v) -> void* {
        if constexpr (std::is_default_constructible_v<inner>)
          return &worn<inner>::bare(detail::at<T>(v).emplace());
        else
          return &worn<inner>::bare(detail::at<T>(v).emplace(arguments_of_nobody::make<inner>()));
      },
      [](void* v) { detail::at<T>(v).reset(); }};
};

template <class T>
struct table<T, kind::list> {
  using element = typename T::value_type;
  // An element may be nothing before something is said of it, so that resize() has nothing to put there.
  static constexpr bool grows =
      std::is_default_constructible_v<element> && requires(T& list, std::size_t n) { list.resize(n); };
  static constexpr bool grows_by_what_is_said = !std::is_default_constructible_v<element> &&
                                                arguments_of_nobody::can_make<element>() &&
                                                requires(T& list, element one) {
                                                  list.clear();
                                                  list.push_back(std::move(one));
                                                };
  static constexpr bool fixed = !std::is_const_v<std::remove_reference_t<decltype(std::declval<T&>()[0])>> &&
                                requires { std::tuple_size<T>::value; };
  static constexpr list_type value = [] {
    list_type made{{kind::list, type_name<T>()},
                   {&table<typename worn<element>::type>::value, &worn<element>::wears},
                   [](const void* v) -> std::size_t { return detail::at<T>(v).size(); },
                   nullptr,
                   [](void* v, std::size_t i) -> void* {
                     return &worn<element>::bare(const_cast<element&>(detail::at<T>(v)[i]));
                   }};
    if constexpr (grows)
      made.resize = [](void* v, std::size_t n) { return detail::at<T>(v).resize(n), true; };
    else if constexpr (grows_by_what_is_said)
      made.resize = [](void* v, std::size_t n) {
        T& list = detail::at<T>(v);
        for (list.clear(); n > 0; --n) list.push_back(arguments_of_nobody::make<element>());
        return true;
      };
    else if constexpr (fixed)
      made.resize = [](void*, std::size_t n) { return n == std::tuple_size_v<T>; }, made.fixed = std::tuple_size_v<T>;
    return made;
  }();
};

template <class T>
struct table<T, kind::map> {
  using mapped = typename T::mapped_type;
  static constexpr map_type value{
      {kind::map, type_name<T>()},
      {&table<typename worn<mapped>::type>::value, &worn<mapped>::wears},
      [](const void* v) -> std::size_t { return detail::at<T>(v).size(); },
      [](void* v) { detail::at<T>(v).clear(); },
      [](void* v, std::string_view key) -> void* {
        if constexpr (std::is_default_constructible_v<mapped>)
          return &worn<mapped>::bare(detail::at<T>(v).try_emplace(std::string(key)).first->second);
        else
          return &worn<mapped>::bare(
              detail::at<T>(v).try_emplace(std::string(key), arguments_of_nobody::make<mapped>()).first->second);
      },
      [](const void* v, void* context, void (*visit)(void*, std::string_view, const void*)) {
        for (const auto& [key, one] : detail::at<T>(v))
          visit(context, key, &worn<mapped>::bare(const_cast<mapped&>(one)));
      }};
};

}  // namespace tenon::reflect
