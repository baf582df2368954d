// examples/imports, as a process.
#include <gtest/gtest.h>

#include <string>

#include "output.hpp"

namespace {

TEST(imports_example, has_what_the_build_put_between_the_reader_and_the_shelf) {
  const std::string text = example_test::output_of(TENON_EXAMPLE_IMPORTS);
  EXPECT_NE(text.find("info  reader: Emma is here\n"), std::string::npos) << text;
  EXPECT_NE(text.find("info  counting_shelf: asked 1 time(s)\n"), std::string::npos) << text;
}

}  // namespace
