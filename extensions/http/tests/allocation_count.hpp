// How often this executable has allocated memory, so that it can be seen what allocates nothing; and how it is when
// there is none.
#pragma once

#include <cstddef>

// clang's thread sanitizer brings an operator new of its own: nothing is counted then, and no allocation can be made to
// fail, so the tests that need that are none of its build.
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define TENON_ALLOCATES_BY_ITSELF
#endif
#endif
[[nodiscard]] std::size_t allocation_count() noexcept;

// The allocation of this thread after `others` more of them throws std::bad_alloc, and so do those behind it, if there
// are to be several.
void fail_allocation_after(std::size_t others, std::size_t failures = 1) noexcept;
// Takes that back. Whether it has not happened yet.
bool forget_failing_allocation() noexcept;
