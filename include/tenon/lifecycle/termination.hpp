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
    pthread_sigmask(SIG_BLOCK, &signals_, &before_);
    signal(SIGPIPE, SIG_IGN);
  }
  ~termination() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  termination(const termination&) = delete;
  termination& operator=(const termination&) = delete;

  // As if SIGTERM had come from outside.
  static void begin() noexcept { kill(getpid(), SIGTERM); }
  // The signal that came. From then on the next one ends the process at once: whoever asks twice does not want to wait.
  int wait() noexcept {
    int came = 0;
    sigwait(&signals_, &came);
    signal(SIGTERM, SIG_DFL);
    signal(SIGINT, SIG_DFL);
    pthread_sigmask(SIG_UNBLOCK, &signals_, nullptr);
    return came;
  }

 private:
  sigset_t signals_{}, before_{};
};

}  // namespace tenon
