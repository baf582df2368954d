// Numbers as people read them.
#pragma once

#include <string>

namespace bench {

enum class unit { count, per_second, milliseconds, microseconds, nanoseconds, megabytes, yes_or_no };

// Rates and counts in groups of three digits, bytes as megabytes of 1 000 000.
std::string text_of(double value, unit of);

}  // namespace bench
