// That there is no room for more observations, said to whoever runs the program: once in an hour, and not for each that
// is sent.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>

#include "tenon/word/byte_size.hpp"
#include "tenon/word/log.hpp"

namespace tenon_forms {

// From any thread. Of a bound that was changed meanwhile it is said again.
class full_notice {
 public:
  void tell(tenon::byte_size bound, std::chrono::steady_clock::time_point now, const tenon::log& log) {
    {
      const std::scoped_lock lock(mutex_);
      if (told_of_ == bound.bytes && now - told_at_ < std::chrono::hours(1)) return;
      told_of_ = bound.bytes;
      told_at_ = now;
    }
    log.error(std::string("observations are not kept any more: all together they would take more than ")
                  .append("forms.observations_max_size (")
                  .append(to_string(bound))
                  .append("). Allow more, or delete what was exported from the table observations of forms.data.db."));
  }

 private:
  std::mutex mutex_{};
  std::uint64_t told_of_ = 0;  // no bound is 0
  std::chrono::steady_clock::time_point told_at_{};
};

}  // namespace tenon_forms
