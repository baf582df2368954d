// So many calls in so much time.
#pragma once

#include <chrono>

namespace tenon {

// Of one caller. The window begins with the first call in it, and the next with the first that comes behind it.
struct call_window {
  using time_point = std::chrono::steady_clock::time_point;

  unsigned calls = 0;
  time_point began{};

  // Counts one; false, and it is not counted: it would be one too many.
  [[nodiscard]] bool admit(unsigned most, std::chrono::seconds within, time_point now) noexcept {
    if (calls == 0 || now - began >= within) *this = {0, now};
    if (calls >= most) return false;
    ++calls;
    return true;
  }
  // Of whoever was not admitted: whole seconds until one is again.
  [[nodiscard]] std::chrono::seconds wait(std::chrono::seconds within, time_point now) const noexcept {
    return std::chrono::ceil<std::chrono::seconds>(began + within - now);
  }
};

}  // namespace tenon
