// A value that must not get into a log, an answer or a listing.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

namespace tenon {

// It can be set from configuration and be asked for by name; it cannot be printed, compared or turned into JSON, which
// are compile errors. Listings show `secret<T>::printed`.
template <class T>
class secret {
 public:
  using value_type = T;
  static constexpr std::string_view printed = "***";

  constexpr secret() = default;
  constexpr secret(T value) : value_(std::move(value)) {}
  template <std::size_t N>
    requires requires(const char (&text)[N]) { T(text); }
  constexpr secret(const char (&text)[N]) : value_(text) {}

  // The value itself: keep it where it is used.
  [[nodiscard]] constexpr const T& reveal() const noexcept { return value_; }
  [[nodiscard]] constexpr T& reveal() noexcept { return value_; }
  [[nodiscard]] constexpr bool empty() const noexcept
    requires requires(const T& value) { value.empty(); }
  {
    return value_.empty();
  }

 private:
  T value_{};
};

}  // namespace tenon
