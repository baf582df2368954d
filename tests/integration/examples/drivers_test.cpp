// examples/drivers, as a process.
#include <gtest/gtest.h>

#include <string>

#include "output.hpp"

namespace {

TEST(drivers_example, has_one_extension_call_the_driver_of_another) {
  const std::string text = example_test::output_of(TENON_EXAMPLE_DRIVERS);
  EXPECT_NE(text.find("info  guest: Hello, Dave!\n"), std::string::npos) << text;
}

}  // namespace
