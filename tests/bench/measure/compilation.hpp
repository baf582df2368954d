// What it costs to compile one source.
#pragma once

#include <string>
#include <vector>

namespace bench {

struct compilation {
  double user_milliseconds = 0;
  double peak_bytes = 0;  // resident
};

// A compiler in C++20 that finds the framework, without any other flag.
std::vector<std::string> with_headers(const std::string& compiler);

// With the working folder's files left alone: the object goes nowhere. Throws std::runtime_error with the first lines
// of what the compiler said where it refuses.
compilation compile(const std::vector<std::string>& compiler, const std::string& source);

}  // namespace bench
