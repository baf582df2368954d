#include "allocation_count.hpp"

#include <atomic>
#include <cstdlib>
#include <new>
#include <utility>

namespace {

std::atomic<std::size_t> allocations = 0;
thread_local std::size_t until_failure = 0;  // 0: never
thread_local std::size_t failures_left = 0;

}  // namespace

std::size_t allocation_count() noexcept { return allocations; }

void fail_allocation_after(std::size_t others, std::size_t failures) noexcept {
  until_failure = others + 1;
  failures_left = failures;
}
bool forget_failing_allocation() noexcept { return std::exchange(until_failure, 0) != 0; }

#ifndef TENON_ALLOCATES_BY_ITSELF
void* operator new(std::size_t size) {
  allocations.fetch_add(1, std::memory_order_relaxed);
  if (until_failure != 0 && --until_failure == 0) {
    if (--failures_left != 0) until_failure = 1;
    throw std::bad_alloc();
  }
  if (void* const made = std::malloc(size == 0 ? 1 : size)) return made;
  throw std::bad_alloc();
}
// A sanitizer brings these itself, and would not lead them here.
void* operator new[](std::size_t size) { return operator new(size); }
void operator delete[](void* what) noexcept { operator delete(what); }
void operator delete(void* what) noexcept { std::free(what); }
// In front of an array's elements may stand how many there are, where the sanitizer lets nobody write.
void operator delete[](void* what, std::size_t) noexcept { operator delete(what); }
// Whoever still uses it then is seen to.
void operator delete(void* what, std::size_t size) noexcept {
  if (what == nullptr) return;
  auto* const bytes = static_cast<volatile unsigned char*>(what);
  for (std::size_t i = 0; i < size; ++i) bytes[i] = 0xDD;
  std::free(what);
}
#endif
