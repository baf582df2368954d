// examples/imports, as a process.
#include <gtest/gtest.h>

#include <sys/wait.h>

#include <cstdio>
#include <string>

namespace {

TEST(imports_example, has_what_the_build_put_between_the_reader_and_the_shelf) {
  FILE* pipe = popen(TENON_EXAMPLE_IMPORTS " 2>&1", "r");
  ASSERT_NE(pipe, nullptr);
  std::string text;
  char part[256];
  while (const std::size_t n = std::fread(part, 1, sizeof part, pipe)) text.append(part, n);
  const int ended = pclose(pipe);
  EXPECT_TRUE(WIFEXITED(ended) && WEXITSTATUS(ended) == 0) << text;
  EXPECT_NE(text.find("info  reader: Emma is here\n"), std::string::npos) << text;
  EXPECT_NE(text.find("info  counting_shelf: asked 1 time(s)\n"), std::string::npos) << text;
}

}  // namespace
