// How often this executable has asked for memory.
#pragma once

#include <cstddef>

namespace tenon::web {

[[nodiscard]] std::size_t allocation_count() noexcept;

}  // namespace tenon::web
