// The serial executors of an app, as the rest of it knows them. Made when somebody first needs one, by
// `make_background`; a program in which nobody does links nothing of it and starts no thread.
#pragma once

#include <chrono>
#include <coroutine>
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "tenon/executor/work.hpp"
#include "tenon/word/clock.hpp"

namespace tenon::executor {

// What an executor does with work: keep it until its extension has started, do it, or refuse it for good.
enum class readiness : unsigned char { waiting, open, closed };

// One executor for each extension, by its place in start order. On one executor one thing happens at a time, in the
// order in which it came in; those of different executors overlap. Every call may be made from any thread.
class background {
 public:
  struct seed {
    std::string_view name;
    readiness state = readiness::waiting;
  };

  virtual ~background() = default;

  // Work on no executor at all. It may wait for what is done on them, so it takes none of their threads.
  static constexpr std::size_t nowhere = std::size_t(-1);
  // False: the executor is closed, and the work is gone.
  virtual bool post(std::size_t at, std::unique_ptr<work> what) = 0;
  // The same after a delay. What is not due when the app stops is dropped.
  virtual void post_after(std::chrono::nanoseconds delay, std::size_t at, std::unique_ptr<work> what) = 0;

  // The calling thread takes the executor for a hook, when everything that came in before has been done.
  virtual void hold(std::size_t at) noexcept = 0;
  virtual void release(std::size_t at) noexcept = 0;
  virtual void open(std::size_t at) noexcept = 0;  // its extension has started: begin with what has come in
  virtual void pause(
      std::size_t at) noexcept = 0;  // its extension has stopped and will start again: keep what comes in
  virtual void close(std::size_t at) noexcept = 0;  // drops what has come in; whoever waits for an answer gets an error

  // False: the answer is there already. Throws where the waiter could wait for ever: for the executor that it runs on,
  // in a circle, or for one that has not started.
  virtual bool await(answer_slot& answer, std::coroutine_handle<> waiter) = 0;
  // For `wait`: between `block` and `unblock` this thread goes on with what it gets from `next`, until that is null.
  virtual void block(blocked_thread& self) = 0;
  virtual std::coroutine_handle<> next(blocked_thread& self) noexcept = 0;
  virtual void end(blocked_thread& which) noexcept = 0;
  virtual void unblock(blocked_thread& self) noexcept = 0;

  [[nodiscard]] virtual std::size_t waiting_for(std::size_t at) noexcept = 0;  // what has come in and has not begun
  [[nodiscard]] virtual clock::time_point now() const noexcept = 0;
  // Blocks until nothing is left to do and nothing is due. Not from an executor.
  virtual void settle() noexcept = 0;
  // Closes every executor and joins every thread: nothing runs after this. Not from an executor.
  virtual void stop() noexcept = 0;
};

// An extension that is in a hook on the thread `by` holds its executor from the beginning.
struct held_executor {
  std::size_t at = background::nowhere;
  thread_mark by = nullptr;
};

using background_maker = std::unique_ptr<background> (*)(std::vector<background::seed> seeds, held_executor held,
                                                         clock* time);
std::unique_ptr<background> make_background(std::vector<background::seed> seeds, held_executor held, clock* time);

}  // namespace tenon::executor
