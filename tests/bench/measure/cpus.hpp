// Which processors a process may run on. Server and client get one each, so that they do not take time from each other.
#pragma once

#include <sched.h>

namespace bench {

// The place of a processor among those that this program was given; `any` is all of them.
enum class seat : int { any = -1, server = 0, client = 1 };

inline const cpu_set_t all_cpus = [] {
  cpu_set_t allowed;
  CPU_ZERO(&allowed);
  sched_getaffinity(0, sizeof allowed, &allowed);
  return allowed;
}();

// The set for a seat. Where there are fewer processors than seats, all of them.
inline cpu_set_t cpus_of(seat wanted) {
  int place = 0;
  for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
    if (!CPU_ISSET(cpu, &all_cpus) || place++ != static_cast<int>(wanted)) continue;
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(cpu, &one);
    return one;
  }
  return all_cpus;
}

// The calling thread sits there for as long as this lives.
class seated {
 public:
  explicit seated(seat at) {
    const cpu_set_t wanted = cpus_of(at);
    sched_setaffinity(0, sizeof wanted, &wanted);
  }
  ~seated() { sched_setaffinity(0, sizeof all_cpus, &all_cpus); }
  seated(const seated&) = delete;
  seated& operator=(const seated&) = delete;
};

}  // namespace bench
