// How often this executable has asked for memory.
#pragma once

#include <cstddef>

// clang's thread sanitizer brings an operator new of its own: what counts by another one is not counted then.
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define TENON_ALLOCATES_BY_ITSELF
#endif
#endif

namespace tenon::web {

[[nodiscard]] std::size_t allocation_count() noexcept;

}  // namespace tenon::web
