// How deep a thread stands in one event. Only events that can lead to themselves are counted.
#pragma once

#include <string_view>

namespace tenon::event {

inline constexpr int most_depth = 64;

[[noreturn, gnu::cold]] void too_deep(std::string_view event, std::string_view emitter);

// Recursion is a matter of one thread's stack, so the count is the thread's. `Key` is the app and the event.
template <class Key>
class depth {
 public:
  // Throws where it goes too deep.
  depth(std::string_view event, std::string_view emitter) {
    if (deep >= most_depth) too_deep(event, emitter);
    ++deep;
  }
  ~depth() { --deep; }
  depth(const depth&) = delete;
  depth& operator=(const depth&) = delete;

 private:
  static inline thread_local int deep = 0;
};

}  // namespace tenon::event
