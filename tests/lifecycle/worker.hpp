// Extensions through which a test does what an extension does.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <thread>
#include <utility>

#include "tenon/word/manifest.hpp"

// Two things of one extension at once: it counts, without a lock, and notices where it is entered twice.
struct alone {
  std::atomic<int> inside{0};
  std::atomic<int> overlaps{0};
  int entered = 0;  // only the executor writes and reads it, so a sanitizer sees what overlaps
  void enter() {
    if (inside.fetch_add(1) != 0) ++overlaps;
    ++entered;
    std::this_thread::yield();
    inside.fetch_sub(1);
  }
};

// What lets a test do what an extension does.
template <class Self>
struct reachable {
  void on_start(auto& ctx) {
    post = [ctx](std::function<void()> f) { return ctx.post(std::move(f)); };
    post_after = [ctx](std::chrono::nanoseconds delay, std::function<void()> f) {
      ctx.post_after(delay, std::move(f));
    };
  }
  std::function<bool(std::function<void()>)> post;
  std::function<void(std::chrono::nanoseconds, std::function<void()>)> post_after;
};

struct worker : reachable<worker> {
  static constexpr auto manifest = tenon::manifest{.name = "worker", .version = "1.0.0"};
  void on_ready() { busy.enter(); }
  void on_unready() { busy.enter(); }
  void on_stop() { busy.enter(); }
  void on_steady_state() { busy.enter(); }
  void on_housekeeping() { busy.enter(); }
  static constexpr std::chrono::microseconds housekeeping_period{50};
  alone busy;
};

struct other_worker : reachable<other_worker> {
  static constexpr auto manifest = tenon::manifest{.name = "other_worker", .version = "1.0.0"};
};
