#include "file_limit.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <string>

#include "sentence.hpp"

namespace tenon::http1 {

void allow_connections(int most, const tenon::log& log) {
  constexpr rlim_t others = 256;  // databases, logs, and connections that are being refused
  const rlim_t wanted = static_cast<rlim_t>(std::max(most, 1)) + others;
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted) return;
  limit.rlim_cur = std::min(wanted, limit.rlim_max);
  setrlimit(RLIMIT_NOFILE, &limit);
  if (limit.rlim_cur < wanted)
    log.warn(sentence({"The system allows this process ", std::to_string(limit.rlim_cur),
                       " open files, too few for http.max_connections = ", std::to_string(most),
                       ". Raise the hard limit (ulimit -Hn), or set http.max_connections lower."}));
}

}  // namespace tenon::http1
