// examples/functions, as a process.
#include <gtest/gtest.h>

#include <string>

#include "output.hpp"

namespace {

TEST(functions_example, has_one_extension_call_the_functions_of_another) {
  const std::string text = example_test::output_of(TENON_EXAMPLE_FUNCTIONS);
  EXPECT_NE(text.find("info  receptionist: Hello, Dave!\n"), std::string::npos) << text;
  EXPECT_NE(text.find("info  receptionist: one and one is two\n"), std::string::npos) << text;
}

}  // namespace
