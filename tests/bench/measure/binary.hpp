// A program as a file.
#pragma once

#include <string>

namespace bench {

// In bytes, without symbols. Throws std::runtime_error where it cannot be stripped.
double stripped_size(const std::string& program);

// What ldd says. Throws std::runtime_error where it cannot tell.
bool is_static(const std::string& program);

}  // namespace bench
