#include "tenon/composition/version.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace {

using tenon::satisfies;

// The grammar is decided while compiling as well as at run time.
static_assert(satisfies("1.2.3", "1.2.3"));
static_assert(!satisfies("1.2.4", "1.2.3"));

struct row {
  const char *version, *constraint;
  bool fits;
};

class version_constraint : public testing::TestWithParam<row> {};

TEST_P(version_constraint, decides_which_version_fits) {
  EXPECT_EQ(satisfies(GetParam().version, GetParam().constraint), GetParam().fits)
      << GetParam().version << " against " << GetParam().constraint;
}

INSTANTIATE_TEST_SUITE_P(single, version_constraint,
                         testing::Values(row{"1.2.3", "1.2.3", true}, row{"1.2.3", "1.2.x", true},
                                         row{"1.2.3", "1.x.x", true}, row{"1.2.3", "x.x.x", true},
                                         row{"1.2.3", "x.2.x", true}, row{"1.2.3", "x.3.x", false},
                                         row{"1.2.3", "2.x.x", false}, row{"1.3.3", "1.2.x", false},
                                         row{"01.2.3", "1.2.3", true}, row{"1.2.3", "1.02.3", true}));
INSTANTIATE_TEST_SUITE_P(segments, version_constraint,
                         testing::Values(row{"2.3", "2.3.4", false}, row{"2.3", "2.3.x", false},
                                         row{"2", "x.x.x", false}, row{"1.2.3.4", "1.2.3", true},
                                         row{"1.2.3.4", "1.2.4", false},
                                         row{"1.99999999999999999999999.0", "1.99999999999999999999999.x", true},
                                         row{"1.99999999999999999999999.0", "1.99999999999999999999998.x", false}));
INSTANTIATE_TEST_SUITE_P(range, version_constraint,
                         testing::Values(row{"1.2.0", "1.2.0-1.3.x", true}, row{"1.3.99", "1.2.0-1.3.x", true},
                                         row{"1.4.0", "1.2.0-1.3.x", false}, row{"1.1.9", "1.2.0-1.3.x", false},
                                         row{"3.107.2", "3.107.2 - x.x.x", true}, row{"9.0.0", "3.107.2 - x.x.x", true},
                                         row{"3.107.1", "3.107.2 - x.x.x", false},
                                         row{"3.108.0", "3.107.x - 3.x.x", true},
                                         row{"3.106.9", "3.107.x - 3.x.x", false},
                                         row{"4.0.0", "3.107.x - 3.x.x", false}, row{"1.10.0", "1.9.0   -1.11.0", true},
                                         row{"2.0.0", "1.0.0-2.0.0", true}, row{"1.5.0", "2.0.0-1.0.0", false}));

class malformed_constraint : public testing::TestWithParam<const char*> {};

TEST_P(malformed_constraint, throws_and_says_how_to_write_one) {
  EXPECT_FALSE(tenon::is_constraint(GetParam()));
  try {
    static_cast<void>(satisfies("1.2.3", GetParam()));
    FAIL() << "`" << GetParam() << "` was taken for a constraint";
  } catch (const std::invalid_argument& problem) {
    EXPECT_NE(std::string_view(problem.what()).find("1.2.x"), std::string_view::npos);
  }
}

INSTANTIATE_TEST_SUITE_P(texts, malformed_constraint,
                         testing::Values("", "1", "1.2", "1.2.3.4", "1.2.", ".1.2", "1..2", "a.b.c", "X.x.x", "1.2.3-",
                                         "-1.2.3", "1.2.3-4", "1.2.3 - 4.5.6 - 7.8.9", " 1.2.3", "1.2.3 ", "1.2. 3",
                                         "1.2.3 -\t1.2.4", "^1.2.3", ">=1.2.3", "1.2.xx"));

TEST(version, that_is_malformed_throws) {
  for (const char* text : {"", "a", "1.2.x", "1..3", "1.2.3-beta", "-1.2.3"})
    EXPECT_THROW(static_cast<void>(satisfies(text, "x.x.x")), std::invalid_argument) << text;
}

}  // namespace
