// What several of these tests expect of a run of a tool.
#pragma once

#include <gtest/gtest.h>

#include "scratch_tree.hpp"

namespace build_test {

// CMake breaks its sentences into lines: spaces of all kinds count as one.
inline std::string on_one_line(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != '\n')
      out += c;
    else if (!out.ends_with(' '))
      out += ' ';
  }
  return out;
}

inline void expect_says(const outcome& result, const std::string& part) {
  EXPECT_NE(on_one_line(result.output).find(part), std::string::npos) << "\"" << part << "\" is not in:\n"
                                                                      << result.output;
}
inline void expect_success(const outcome& result) { ASSERT_EQ(result.exit_code, 0) << result.output; }
inline void expect_failure(const outcome& result, const std::string& part) {
  EXPECT_NE(result.exit_code, 0) << result.output;
  expect_says(result, part);
}

}  // namespace build_test
