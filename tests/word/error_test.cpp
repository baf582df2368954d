#include "tenon/word/error.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "tenon/reflect/enumerators.hpp"

namespace {

// That none is without a row is the compiler's to say: tests/compile_fail/runner.cpp.
TEST(error_type, has_a_name_of_its_own_and_a_status_that_is_an_error) {
  std::set<std::string> names;
  for (const auto& [name, value] : tenon::reflect::enumerators<tenon::error_type>) {
    EXPECT_TRUE(names.emplace(name).second) << name << " stands there twice";
    const int status = tenon::status_of(static_cast<tenon::error_type>(value));
    EXPECT_TRUE(status >= 400 && status < 600) << name;
  }
  EXPECT_TRUE(names.contains("invalid_request") && names.contains("unknown"));
}

TEST(error_type, that_is_none_counts_as_unknown) {
  const auto none = static_cast<tenon::error_type>(200);
  EXPECT_EQ(to_string(none), "unknown");
  EXPECT_EQ(tenon::status_of(none), 500);
}

}  // namespace
