// What an example prints that ends by itself.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "tenon/testing/shell_line.hpp"

namespace example_test {

// Standard output and error together. A program that does not end with 0 fails the test.
inline std::string output_of(const std::string& program) {
  tenon::testing::shell_line ended(program + " 2>&1");
  EXPECT_EQ(ended.exit_code, 0) << ended.output;
  return std::move(ended.output);
}

}  // namespace example_test
