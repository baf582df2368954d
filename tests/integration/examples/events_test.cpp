// examples/events, as a process.
#include <gtest/gtest.h>

#include <sys/wait.h>

#include <cstdio>
#include <string>

namespace {

TEST(events_example, says_exactly_once_that_the_event_came) {
  FILE* pipe = popen(TENON_EXAMPLE_EVENTS " 2>&1", "r");
  ASSERT_NE(pipe, nullptr);
  std::string text;
  char part[256];
  while (const std::size_t n = std::fread(part, 1, sizeof part, pipe)) text.append(part, n);
  const int ended = pclose(pipe);
  EXPECT_TRUE(WIFEXITED(ended) && WEXITSTATUS(ended) == 0) << text;
  const std::string wanted = "info  listener: We got the test event from Quinn\n";
  const std::size_t first = text.find(wanted);
  ASSERT_NE(first, std::string::npos) << text;
  EXPECT_EQ(text.find("from Quinn", first + wanted.size()), std::string::npos) << text;
}

}  // namespace
