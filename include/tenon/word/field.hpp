// What is said of a setting beside its type: doc, range, unit, whether a change needs a restart.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tenon/word/byte_size.hpp"
#include "tenon/word/duration_text.hpp"

namespace tenon {

// A text inside a template argument; it holds 159 characters.
struct field_text {
  char data[160]{};
  consteval field_text() = default;
  template <std::size_t N>
    requires(N <= sizeof(data))
  consteval field_text(const char (&text)[N]) {
    std::copy_n(text, N, data);
  }
  [[nodiscard]] constexpr std::string_view view() const { return data; }
};

enum class measure : std::uint8_t { number, time, bytes, unreadable };

// An end of a range: a number, or a length of time ("10s", compared in seconds) or an amount ("8MiB", compared in
// bytes). Whether that goes with the value is asked where the type is read, which can name the field.
struct field_bound {
  bool set = false;
  measure of = measure::number;
  double value = 0;  // in seconds, bytes or what the setting counts, as `of` says
  consteval field_bound() = default;
  template <class Number>
    requires std::is_arithmetic_v<Number>
  consteval field_bound(Number number) : set(true), value(static_cast<double>(number)) {}
  template <std::size_t N>
  consteval field_bound(const char (&text)[N]) : set(true), of(measure::unreadable) {
    const std::string_view written(text);
    if (const auto size = byte_size_from(written)) {
      of = written.find_first_not_of("0123456789") == std::string_view::npos ? measure::number : measure::bytes;
      value = static_cast<double>(size->bytes);
    } else if (const auto length = duration_from(written)) {
      of = measure::time;
      value = static_cast<double>(*length) / 1e9;
    }
  }
};

struct facts {
  field_text doc{};
  field_bound min{}, max{};
  field_text unit{};     // for people: "threads"; lengths of time and amounts bring theirs along
  bool restart = false;  // a change stops and starts the extension
};

namespace detail {

template <class T>
class held {
 public:
  constexpr held() = default;
  constexpr held(T value) : value_(std::move(value)) {}
  constexpr operator const T&() const noexcept { return value_; }
  [[nodiscard]] constexpr const T& get() const noexcept { return value_; }
  [[nodiscard]] constexpr T& get() noexcept { return value_; }

 private:
  T value_{};
};

template <class T>
class inherited : public T {
 public:
  using T::T;
  constexpr inherited() = default;
  constexpr inherited(T value) : T(std::move(value)) {}
  [[nodiscard]] constexpr const T& get() const noexcept { return *this; }
  [[nodiscard]] constexpr T& get() noexcept { return *this; }
};

template <class T>
using readable = std::conditional_t<std::is_class_v<T> && !std::is_final_v<T>, inherited<T>, held<T>>;

}  // namespace detail

// `field<int, {.doc = "Connections at once.", .min = 1, .max = 10000, .unit = "connections"}> connections = 1000;`
// It reads as T: a class is inherited from, anything else converts; `get()` is the T itself.
template <class T, facts Facts = facts{}>
class field : public detail::readable<T> {
 public:
  using value_type = T;
  static constexpr facts told = Facts;
  using detail::readable<T>::readable;
};

}  // namespace tenon
