#include "measure/callgrind_profile.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

namespace {

using bench::read_callgrind_profile;

const std::string end = "summary: 37455\n\ntotals: 37455\n";

TEST(callgrind_profile, the_total_is_the_number_of_instructions) {
  EXPECT_DOUBLE_EQ(read_callgrind_profile("events: Ir\nfn=(24) main\n0 1\n\n" + end).instructions, 37455);
}

TEST(callgrind_profile, calls_of_the_allocator_are_counted_by_name_and_by_number) {
  const std::string text =
      "fn=(1) main\n0 5\ncfn=(7) malloc\ncalls=3 0 \n0 90\ncfn=(8) free\ncalls=50 0 \n0 90\n"
      "fn=(2) operator new(unsigned long)\n0 5\ncfn=(7)\ncalls=4 0 \n0 90\n"
      "fn=(9) calloc\n0 8\n\nfn=(3) other\ncfn=(9)\ncalls=1 0 \n0 8\n" +
      end;
  EXPECT_DOUBLE_EQ(read_callgrind_profile(text).allocations, 8);
}

TEST(callgrind_profile, a_call_within_itself_is_a_call) {
  EXPECT_DOUBLE_EQ(read_callgrind_profile("fn=(1) f\ncfn=(2) realloc'2\ncalls=2 0 \n0 9\n" + end).allocations, 2);
}

TEST(callgrind_profile, functions_that_only_look_alike_are_not_counted) {
  const std::string text =
      "fn=(1) f\ncfn=(2) _int_malloc\ncalls=2 0 \n0 9\ncfn=(3) malloc_consolidate\ncalls=2 0 \n0 9\n" + end;
  EXPECT_DOUBLE_EQ(read_callgrind_profile(text).allocations, 0);
}

TEST(callgrind_profile, one_that_was_cut_off_is_refused) {
  EXPECT_THROW(read_callgrind_profile("events: Ir\nfn=(24) main\n0 1\n"), std::runtime_error);
  EXPECT_THROW(read_callgrind_profile(""), std::runtime_error);
}

}  // namespace
