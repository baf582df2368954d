// What `ctx.find` gives: something that knows by its type whether it is there, so that the other branch leaves no code.
#pragma once

#include "tenon/diagnostic/import_not_available.hpp"
#include "tenon/diagnostic/sentence.hpp"

namespace tenon {

// A pointer that is never null.
template <class T>
class found {
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
