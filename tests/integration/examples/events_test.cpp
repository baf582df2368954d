// examples/events, as a process.
#include <gtest/gtest.h>

#include <string>

#include "output.hpp"

namespace {

TEST(events_example, says_exactly_once_that_the_event_came) {
  const std::string text = example_test::output_of(TENON_EXAMPLE_EVENTS);
  const std::string wanted = "info  listener: We got the test event from Quinn\n";
  const std::size_t first = text.find(wanted);
  ASSERT_NE(first, std::string::npos) << text;
  EXPECT_EQ(text.find("from Quinn", first + wanted.size()), std::string::npos) << text;
}

}  // namespace
