#include "tenon/executor/work.hpp"

namespace tenon::executor {

thread_mark this_thread() noexcept {
  thread_local char own = 0;
  return &own;
}

}  // namespace tenon::executor
