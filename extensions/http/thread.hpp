// A thread with a small stack that no signal interrupts. std::thread can say neither.
#pragma once

#include <pthread.h>

#include <functional>

namespace tenon::http1 {

class thread {
 public:
  thread() = default;
  // Throws tenon::error if the system gives no more threads.
  thread(const char* name, std::function<void()> work);
  thread(thread&& other) noexcept;
  thread& operator=(thread&& other) noexcept;
  ~thread() { join(); }

  void join() noexcept;

 private:
  pthread_t id_{};
  bool runs_ = false;
};

}  // namespace tenon::http1
