// Waiting for the end: SIGTERM and SIGINT as something to wait for, not as handlers that interrupt anybody.
#pragma once

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

namespace tenon {

// Made before any thread is: the signals stay blocked in all of them, also if they come while the app is still
// starting. Writing to a peer that is gone must be an error where it happens, so SIGPIPE is ignored.
class termination {
 public:
  termination() noexcept {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGTERM);
    sigaddset(&signals_, SIGINT);
    sigaddset(&signals_, own());
    pthread_sigmask(SIG_BLOCK, &signals_, &before_);
    signal(SIGPIPE, SIG_IGN);
  }
  ~termination() {
    signal(own(), SIG_IGN);  // one that came too late is dropped
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  termination(const termination&) = delete;
  termination& operator=(const termination&) = delete;

  // From inside, by a signal of its own: one from outside may be on its way, after which SIGTERM kills.
  static void begin() noexcept { kill(getpid(), own()); }
  // The signal that came. From then on the next one ends the process at once: whoever asks twice does not want to wait.
  int wait() noexcept {
    int came = 0;
    sigwait(&signals_, &came);
    signal(SIGTERM, SIG_DFL);
    signal(SIGINT, SIG_DFL);
    sigset_t outside = signals_;
    sigdelset(&outside, own());
    pthread_sigmask(SIG_UNBLOCK, &outside, nullptr);
    return came;
  }

 private:
  static int own() noexcept { return SIGRTMIN; }

  sigset_t signals_{}, before_{};
};

}  // namespace tenon
