// The thread that a connection lives on, as far as a handler that has to wait may know it.
#pragma once

#include <chrono>

namespace tenon {

// Something to do later, without an allocation: a function and what it is to be called with.
struct job {
  void (*run)(void* data) = nullptr;
  void* data = nullptr;
};

// Implemented by the server. Every call may be made from any thread, and no job runs within the call. Each is run
// unless the server ends before: what comes once it has stopped, or waits for a time beyond that, is not, and what it
// points to is left as it is.
class event_loop {
 public:
  virtual void post(job work) = 0;                                         // on the connection's thread, soon
  virtual void post_after(std::chrono::milliseconds delay, job work) = 0;  // on the connection's thread, not before
  virtual void offload(job work) = 0;                                      // on a thread that may block
  // The server stops when what runs has come to its end: what would go on for ever should do so soon.
  [[nodiscard]] virtual bool closing() const noexcept { return false; }

 protected:
  ~event_loop() = default;
};

}  // namespace tenon
