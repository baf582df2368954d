// A process that gets no more threads, as on a machine where others have taken them all.
#pragma once

#include <sys/resource.h>
#include <unistd.h>

#include <stdexcept>

// For a process of its own: it cannot be undone. The limit of a user does not hold for root, so root becomes nobody.
inline void take_all_threads_away() {
  constexpr uid_t nobody = 65534;
  if (geteuid() == 0 && setuid(nobody) != 0) throw std::runtime_error("root cannot become another user here");
  constexpr rlimit none{0, 0};
  if (setrlimit(RLIMIT_NPROC, &none) != 0) throw std::runtime_error("the number of processes cannot be limited here");
}
