// One tells many: each coroutine that subscribes gets what is sent from then on.
#pragma once

#include <algorithm>
#include <chrono>
#include <coroutine>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "tenon/word/attempt.hpp"
#include "tenon/word/event_loop.hpp"
#include "tenon/word/request.hpp"

namespace tenon {

// A member of an extension, for streams of events. `send` may be called from any thread, and waits for nobody: of what
// a subscriber has not taken, the oldest goes where it is more than `most_kept`. Subscribers share what is sent, so all
// together keep no more messages than that, however many of them are slow: how long one may be is up to the sender.
template <class T>
class broadcast {
  struct mailbox;
  using clock = std::chrono::steady_clock;

 public:
  explicit broadcast(std::size_t most_kept = 256) : most_kept_(most_kept) {}
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
    // within a second. For one at a time, on the connection's thread, where coroutines of it run.
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

  // In the coroutine that will read it. The server has to be there: a request of a unit test has no loop.
  [[nodiscard]] subscription subscribe(const request& from) {
    auto box = std::make_shared<mailbox>(*from.loop);
    const std::lock_guard lock(mutex_);
    all_.push_back(box);
    return subscription(std::move(box));
  }

  // What making or copying it throws comes out here, and nobody gets it. Without memory who subscribed last may not.
  void send(T what) {
    const auto sent = std::make_shared<const T>(std::move(what));
    const std::lock_guard lock(mutex_);
    forget_who_has_left();
    for (const std::shared_ptr<mailbox>& box : all_) box->put(sent, most_kept_);
  }
  [[nodiscard]] std::size_t subscribers() {
    const std::lock_guard lock(mutex_);
    forget_who_has_left();
    return all_.size();
  }

 private:
  static constexpr std::chrono::milliseconds glance{1000};

  struct mailbox : std::enable_shared_from_this<mailbox> {
    explicit mailbox(event_loop& loop) : home(loop) {}

    void put(const std::shared_ptr<const T>& sent, std::size_t most) {
      bool knocks = false;
      {
        const std::lock_guard lock(mutex);
        if (left) return;
        waiting.push_back(sent);
        if (waiting.size() > most) {
          waiting.pop_front();
          ++lost;
        }
        knocks = waiter && !knocking;
        if (knocks) knocking = this->shared_from_this();
      }
      if (!knocks) return;
      attempt([&] { home.post({&answer_knock, this}); },
              [&] {  // no memory: the next look finds what has come
                const std::lock_guard lock(mutex);
                knocking.reset();
              });
    }
    // On the connection's thread, where whoever waits may have left meanwhile.
    static void answer_knock(void* data) {
      auto& box = *static_cast<mailbox*>(data);
      std::shared_ptr<mailbox> stays;
      std::coroutine_handle<> woken;
      {
        const std::lock_guard lock(box.mutex);
        stays = std::move(box.knocking);
        if (!box.waiting.empty()) woken = std::exchange(box.waiter, {});
      }
      if (woken) woken.resume();
    }
    bool is_left() {
      const std::lock_guard lock(mutex);
      return left;
    }
    void leave() {
      const std::lock_guard lock(mutex);
      left = true;
      waiting.clear();
      waiter = {};
    }

    event_loop& home;
    mutable std::mutex mutex{};
    std::deque<std::shared_ptr<const T>> waiting{};
    std::size_t lost = 0;
    std::coroutine_handle<> waiter{};
    std::shared_ptr<mailbox> knocking{};  // itself, as long as its knock is under way
    clock::time_point patience{};         // of the waiter
    clock::time_point next_look = clock::time_point::max();
    bool left = false;
  };

  // Looks now and then whether there is something, it has waited long enough, or the server stops. Whoever takes the
  // waiter out resumes it. On the connection's thread; one look at a time but where an earlier one is needed.
  struct look {
    std::shared_ptr<mailbox> box;
    clock::time_point when;

    static void at(const std::shared_ptr<mailbox>& box, clock::time_point when) {
      auto self = std::make_unique<look>(look{box, when});
      const auto delay = std::chrono::ceil<std::chrono::milliseconds>(when - clock::now());
      box->home.post_after(delay,
                           {[](void* data) { take(std::unique_ptr<look>(static_cast<look*>(data))); }, self.get()});
      static_cast<void>(self.release());  // whoever runs it owns it
    }
    static void take(std::unique_ptr<look> self) {
      mailbox& box = *self->box;
      std::coroutine_handle<> woken;
      clock::time_point again{};
      {
        const std::lock_guard lock(box.mutex);
        if (self->when != box.next_look) return;  // an earlier one has taken its place
        box.next_look = clock::time_point::max();
        if (!box.waiter) return;
        const clock::time_point now = clock::now();
        if (!box.waiting.empty() || now >= box.patience || box.home.closing())
          woken = std::exchange(box.waiter, {});
        else
          box.next_look = again = std::min(box.patience, now + glance);
      }
      if (woken)
        woken.resume();
      else
        at(self->box, again);
    }
  };

  struct awaiter {
    mailbox& box;
    std::chrono::milliseconds most;

    bool await_ready() const {
      const std::lock_guard lock(box.mutex);
      return !box.waiting.empty();
    }
    bool await_suspend(std::coroutine_handle<> self) {
      clock::time_point first = clock::time_point::max();
      {
        const std::lock_guard lock(box.mutex);
        if (!box.waiting.empty()) return false;
        const clock::time_point now = clock::now();
        box.patience = now + std::min<std::chrono::nanoseconds>(most, std::chrono::hours(24 * 365));
        const clock::time_point due = std::min(box.patience, now + glance);
        if (due < box.next_look) first = box.next_look = due;
        box.waiter = self;
      }
      if (first == clock::time_point::max()) return true;
      bool waits = true;
      attempt([&] { look::at(box.shared_from_this(), first); },
              [&] {  // no memory: as if nothing had come in time
                const std::lock_guard lock(box.mutex);
                box.next_look = clock::time_point::max();
                box.waiter = {};
                waits = false;
              });
      return waits;
    }
    // As `either` wants it.
    void withdraw() const noexcept {
      const std::lock_guard lock(box.mutex);
      box.waiter = {};
    }
    [[nodiscard]] bool has_come() const { return await_ready(); }
    std::optional<T> await_resume() {
      std::shared_ptr<const T> first;
      {
        const std::lock_guard lock(box.mutex);
        if (box.waiting.empty()) return std::nullopt;
        first = std::move(box.waiting.front());
        box.waiting.pop_front();
      }
      return std::optional<T>(*first);
    }
  };

  // Apart from whatever may throw: a list of which some are moved has holes. With the lock held.
  void forget_who_has_left() {
    std::erase_if(all_, [](const std::shared_ptr<mailbox>& box) { return box->is_left(); });
  }

  const std::size_t most_kept_;
  std::mutex mutex_;
  std::vector<std::shared_ptr<mailbox>> all_{};
};

}  // namespace tenon
