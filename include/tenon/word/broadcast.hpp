// One tells many: each coroutine that subscribes gets what is sent from then on.
#pragma once

#include <algorithm>
#include <chrono>
#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "tenon/word/event_loop.hpp"
#include "tenon/word/request.hpp"

namespace tenon {

// A member of an extension, for streams of events. `send` may be called from any thread, and waits for nobody: of what
// a subscriber has not taken, the oldest goes where it is more than `most_kept`.
template <class T>
class broadcast {
  struct mailbox;

 public:
  explicit broadcast(std::size_t most_kept = 1000) : most_kept_(most_kept) {}
  broadcast(const broadcast&) = delete;
  broadcast& operator=(const broadcast&) = delete;

  // Lives in the coroutine that reads it, and may outlive the broadcast.
  class subscription {
   public:
    subscription(subscription&&) noexcept = default;
    subscription& operator=(subscription&&) = delete;
    ~subscription() {
      if (box_) box_->leave();
    }

    // `auto one = co_await heard.next(15s);` None: nothing came in that time, or the server is stopping, which is seen
    // within a second. On the connection's thread.
    [[nodiscard]] auto next(std::chrono::milliseconds most) { return awaiter{*box_, most}; }
    // How many were dropped because they were not taken in time.
    [[nodiscard]] std::size_t lost() const {
      const std::lock_guard lock(box_->mutex);
      return box_->lost;
    }

   private:
    friend class broadcast;
    explicit subscription(std::shared_ptr<mailbox> box) : box_(std::move(box)) {}
    std::shared_ptr<mailbox> box_;
  };

  // To be called on the connection's thread, as a handler and a coroutine of it are.
  [[nodiscard]] subscription subscribe(const request& from) {
    auto box = std::make_shared<mailbox>(*from.loop);
    const std::lock_guard lock(mutex_);
    all_.push_back(box);
    return subscription(std::move(box));
  }

  void send(const T& what) {
    const std::lock_guard lock(mutex_);
    std::erase_if(all_, [&](const std::shared_ptr<mailbox>& box) { return !box->put(what, most_kept_); });
  }
  [[nodiscard]] std::size_t subscribers() {
    const std::lock_guard lock(mutex_);
    std::erase_if(all_, [](const std::shared_ptr<mailbox>& box) { return box->is_left(); });
    return all_.size();
  }

 private:
  static constexpr std::chrono::milliseconds glance{1000};

  struct mailbox : std::enable_shared_from_this<mailbox> {
    explicit mailbox(event_loop& loop) : home(loop) {}

    bool put(const T& what, std::size_t most) {
      std::coroutine_handle<> woken;
      {
        const std::lock_guard lock(mutex);
        if (left) return false;
        if (waiting.size() >= most) {
          waiting.pop_front();
          ++lost;
        }
        waiting.push_back(what);
        woken = std::exchange(waiter, {});
      }
      if (woken)
        home.post({[](void* frame) { std::coroutine_handle<>::from_address(frame).resume(); }, woken.address()});
      return true;
    }
    bool is_left() {
      const std::lock_guard lock(mutex);
      return left;
    }
    void leave() {
      const std::lock_guard lock(mutex);
      left = true;
      waiting.clear();
    }

    event_loop& home;
    mutable std::mutex mutex{};
    std::deque<T> waiting{};
    std::size_t lost = 0;
    std::coroutine_handle<> waiter{};
    std::uint64_t turn = 0;  // of waiting: a look at the clock is for one
    bool left = false;
  };

  // Looks now and then whether it has waited long enough, or the server stops. Whoever takes the waiter out resumes it.
  struct look {
    std::shared_ptr<mailbox> box;
    std::uint64_t turn;
    std::chrono::milliseconds rest;

    static void later(std::unique_ptr<look> self) {
      event_loop& home = self->box->home;
      const std::chrono::milliseconds now = std::min(self->rest, glance);
      self->rest -= now;
      home.post_after(now, {[](void* data) { take(std::unique_ptr<look>(static_cast<look*>(data))); }, self.get()});
      static_cast<void>(self.release());  // whoever runs it owns it
    }
    static void take(std::unique_ptr<look> self) {
      std::coroutine_handle<> woken;
      {
        const std::lock_guard lock(self->box->mutex);
        if (self->box->turn != self->turn || !self->box->waiter) return;
        const bool goes_on = self->rest.count() > 0 && !self->box->home.closing();
        if (!goes_on) woken = std::exchange(self->box->waiter, {});
      }
      if (woken)
        woken.resume();
      else
        later(std::move(self));
    }
  };

  struct awaiter {
    mailbox& box;
    std::chrono::milliseconds most;

    bool await_ready() const {
      const std::lock_guard lock(box.mutex);
      return !box.waiting.empty() || box.home.closing();
    }
    bool await_suspend(std::coroutine_handle<> self) {
      std::unique_ptr<look> clock;
      {
        const std::lock_guard lock(box.mutex);
        if (!box.waiting.empty()) return false;
        clock = std::make_unique<look>(look{box.shared_from_this(), ++box.turn, most});
        box.waiter = self;
      }
      look::later(std::move(clock));
      return true;
    }
    std::optional<T> await_resume() {
      const std::lock_guard lock(box.mutex);
      if (box.waiting.empty()) return std::nullopt;
      std::optional<T> out(std::move(box.waiting.front()));
      box.waiting.pop_front();
      return out;
    }
  };

  const std::size_t most_kept_;
  std::mutex mutex_;
  std::vector<std::shared_ptr<mailbox>> all_{};
};

}  // namespace tenon
