// What time it is for everything that waits.
#pragma once

#include <chrono>

#include "tenon/word/event_loop.hpp"

namespace tenon {

// A clock that a host puts in the place of the machine's: a test moves it on by hand. Outlives the app. Every call may
// be made from any thread.
class clock {
 public:
  using time_point = std::chrono::steady_clock::time_point;

  [[nodiscard]] virtual time_point now() const noexcept = 0;
  // From now on to be told whenever the time has jumped, until `forget` returns. Neither is called from within `moved`.
  virtual void tell(job moved) = 0;
  virtual void forget(job moved) noexcept = 0;

 protected:
  ~clock() = default;
};

}  // namespace tenon
