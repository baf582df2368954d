// How often this executable has allocated memory, so that it can be seen what allocates nothing.
#pragma once

#include <cstddef>

[[nodiscard]] std::size_t allocation_count() noexcept;
