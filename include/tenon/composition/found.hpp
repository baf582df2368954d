// What `ctx.find` gives: something that knows by its type whether it is there, so that the other branch leaves no code.
#pragma once

#include <utility>

#include "tenon/diagnostic/import_not_available.hpp"
#include "tenon/diagnostic/sentence.hpp"

namespace tenon {

// A pointer that is never null; to what it holds itself, where T is no reference.
template <class T>
class found {
 public:
  constexpr explicit found(T there) : own_(std::move(there)) {}
  [[nodiscard]] constexpr explicit operator bool() const noexcept { return true; }
  [[nodiscard]] constexpr T& operator*() noexcept { return own_; }
  [[nodiscard]] constexpr const T& operator*() const noexcept { return own_; }
  [[nodiscard]] constexpr T* operator->() noexcept { return &own_; }
  [[nodiscard]] constexpr const T* operator->() const noexcept { return &own_; }

 private:
  T own_;
};
template <class T>
class found<T&> {
 public:
  constexpr explicit found(T& there) noexcept : there_(&there) {}
  [[nodiscard]] constexpr explicit operator bool() const noexcept { return true; }
  [[nodiscard]] constexpr T& operator*() const noexcept { return *there_; }
  [[nodiscard]] constexpr T* operator->() const noexcept { return there_; }

 private:
  T* there_;
};

// Nothing to point to: not there, or there and exporting nothing. Whoever uses it all the same reads what `Says` says.
template <bool There, class Says>
struct found_nothing {
  [[nodiscard]] constexpr explicit operator bool() const noexcept { return There; }
  auto& operator*() const noexcept { return diagnostic::said<diagnostic::import_not_available, Says>::error; }
  auto* operator->() const noexcept { return diagnostic::said<diagnostic::import_not_available, Says>::error; }
};

}  // namespace tenon
