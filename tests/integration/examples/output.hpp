// What an example prints that ends by itself.
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdio>
#include <string>

namespace example_test {

// Standard output and error together. A program that does not end with 0 fails the test.
inline std::string output_of(const std::string& program) {
  FILE* pipe = popen((program + " 2>&1").c_str(), "r");
  if (pipe == nullptr) {
    ADD_FAILURE() << program << " could not be started";
    return {};
  }
  std::string text;
  char part[256];
  while (const std::size_t n = std::fread(part, 1, sizeof part, pipe)) text.append(part, n);
  const int ended = pclose(pipe);
  EXPECT_TRUE(WIFEXITED(ended) && WEXITSTATUS(ended) == 0) << text;
  return text;
}

}  // namespace example_test
