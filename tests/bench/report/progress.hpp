// What is being done, on standard error: the table comes at the end.
#pragma once

#include <cstdio>
#include <string>

namespace bench {

inline void progress(const std::string& now) { std::fprintf(stderr, "bench: %s\n", now.c_str()); }

}  // namespace bench
