// What the program's own environment variables say.
#include "../configuration.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>

namespace {

using namespace std::chrono_literals;

class steady_state_delay : public testing::Test {
 protected:
  void TearDown() override { unsetenv("TENON_STEADY_STATE_DELAY"); }
  std::chrono::nanoseconds read(const char* text) {
    setenv("TENON_STEADY_STATE_DELAY", text, 1);
    findings_.clear();
    return tenon_commands::steady_state_delay(findings_);
  }
  std::vector<tenon::finding> findings_;
};

TEST_F(steady_state_delay, is_ten_seconds_where_nobody_says_otherwise) {
  EXPECT_EQ(tenon_commands::steady_state_delay(findings_), 10s);
  EXPECT_EQ(read(""), 10s);
  EXPECT_TRUE(findings_.empty());
}

TEST_F(steady_state_delay, is_what_the_variable_says) {
  EXPECT_EQ(read("0s"), 0s);
  EXPECT_EQ(read("1min30s"), 90s);
  EXPECT_EQ(read("1h"), 1h);
  EXPECT_TRUE(findings_.empty());
}

TEST_F(steady_state_delay, that_is_none_or_out_of_range_is_a_finding) {
  for (const char* text : {"soon", "10", "-1s", "61min"}) {
    read(text);
    ASSERT_EQ(findings_.size(), 1U) << text;
    EXPECT_EQ(findings_[0].source, "TENON_STEADY_STATE_DELAY");
    EXPECT_NE(findings_[0].message.find(std::string("found \"") + text + "\""), std::string::npos);
  }
}

}  // namespace
