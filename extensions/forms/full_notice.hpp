// That there is no room for more observations, said to whoever runs the program: once, and not for each that is sent.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>

#include "tenon/word/byte_size.hpp"
#include "tenon/word/log.hpp"

namespace tenon_forms {

// From any thread. Of a bound that was changed meanwhile it is said again.
class full_notice {
 public:
  void tell(tenon::byte_size bound, const tenon::log& log) {
    if (told_of_.exchange(bound.bytes) == bound.bytes) return;
    log.error(std::string("observations are not kept any more: all together they would take more than ")
                  .append("forms.observations_max_size (")
                  .append(to_string(bound))
                  .append("). Allow more, or delete what was exported from the table observations of forms.data.db."));
  }

 private:
  std::atomic<std::uint64_t> told_of_{0};  // no bound is 0
};

}  // namespace tenon_forms
