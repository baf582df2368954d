// A measurement that may fail, without taking the others with it.
#pragma once

#include <exception>
#include <optional>
#include <string>
#include <utility>

namespace bench {

template <class T>
struct attempted {
  std::optional<T> value{};
  std::string trouble{};  // why there is none

  // The same for a part of it.
  template <class F>
  [[nodiscard]] auto then(F f) const -> attempted<decltype(f(*value))> {
    if (!value) return {std::nullopt, trouble};
    return {f(*value), {}};
  }
};

template <class F>
auto attempt(F measure) -> attempted<decltype(measure())> {
  try {
    return {measure(), {}};
  } catch (const std::exception& failure) {
    return {std::nullopt, failure.what()};
  }
}

}  // namespace bench
