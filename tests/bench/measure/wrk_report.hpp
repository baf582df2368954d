// What wrk prints, as numbers.
#pragma once

#include <string_view>

namespace bench {

struct wrk_report {
  double requests_per_second = 0;
  double requests = 0;
  double p99_ms = 0;
};

// Throws std::runtime_error where the text has no such numbers, or where wrk tells of failed connections or of answers
// other than 2xx and 3xx: then it has measured something else than it was to measure.
wrk_report read_wrk_report(std::string_view text);

}  // namespace bench
