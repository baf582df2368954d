// examples/functions, as a process.
#include <gtest/gtest.h>

#include <sys/wait.h>

#include <cstdio>
#include <string>

namespace {

TEST(functions_example, has_one_extension_call_the_functions_of_another) {
  FILE* pipe = popen(TENON_EXAMPLE_FUNCTIONS " 2>&1", "r");
  ASSERT_NE(pipe, nullptr);
  std::string text;
  char part[256];
  while (const std::size_t n = std::fread(part, 1, sizeof part, pipe)) text.append(part, n);
  const int ended = pclose(pipe);
  EXPECT_TRUE(WIFEXITED(ended) && WEXITSTATUS(ended) == 0) << text;
  EXPECT_NE(text.find("info  receptionist: Hello, Dave!\n"), std::string::npos) << text;
  EXPECT_NE(text.find("info  receptionist: one and one is two\n"), std::string::npos) << text;
}

}  // namespace
