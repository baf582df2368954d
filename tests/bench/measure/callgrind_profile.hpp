// What callgrind writes, as numbers.
#pragma once

#include <string_view>

namespace bench {

struct callgrind_profile {
  double instructions = 0;
  double allocations = 0;  // calls of malloc, calloc, realloc and their aligned kin
};

// Throws std::runtime_error where the text is no complete profile.
callgrind_profile read_callgrind_profile(std::string_view text);

}  // namespace bench
