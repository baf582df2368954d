#include "tenon/reflect/assign.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <limits>

#include "tenon/reflect/expectation.hpp"
#include "tenon/reflect/type_of.hpp"
#include "tenon/word/secret.hpp"
#include "tenon/word/timestamp.hpp"

namespace {

using namespace tenon::reflect;
using namespace std::chrono_literals;

enum class speed : unsigned char { slow, fast };

TEST(assignment, keeps_the_old_value_where_the_new_one_does_not_fit) {
  std::int8_t small = 5;
  EXPECT_EQ(put_whole(described<std::int8_t>, &small, 128), outcome::beyond_type);
  EXPECT_EQ(put_whole(described<std::int8_t>, &small, -129), outcome::beyond_type);
  EXPECT_EQ(put_text(described<std::int8_t>, &small, "7"), outcome::unlike);
  EXPECT_EQ(small, 5);
  EXPECT_EQ(put_whole(described<std::int8_t>, &small, -128), outcome::set);
  EXPECT_EQ(small, -128);

  std::uint64_t large = 5;
  EXPECT_EQ(put_whole(described<std::uint64_t>, &large, -1), outcome::beyond_type);
  EXPECT_EQ(put_natural(described<std::uint64_t>, &large, UINT64_MAX), outcome::set);
  std::int64_t whole = 5;
  EXPECT_EQ(put_natural(described<std::int64_t>, &whole, UINT64_MAX), outcome::beyond_type);
  EXPECT_EQ(whole, 5);
}

TEST(assignment, takes_a_real_for_a_whole_number_only_where_nothing_is_lost) {
  int number = 5;
  EXPECT_EQ(put_real(described<int>, &number, 8e3), outcome::set);
  EXPECT_EQ(number, 8000);
  EXPECT_EQ(put_real(described<int>, &number, 0.5), outcome::unlike);
  EXPECT_EQ(put_real(described<int>, &number, 1e300), outcome::beyond_type);
  EXPECT_EQ(put_real(described<int>, &number, std::numeric_limits<double>::infinity()), outcome::beyond_type);
  std::uint64_t large = 0;
  EXPECT_EQ(put_real(described<std::uint64_t>, &large, 1.8446744073709552e19), outcome::beyond_type);
  EXPECT_EQ(put_real(described<std::uint64_t>, &large, 1e19), outcome::set);
  float single = 0;
  EXPECT_EQ(put_real(described<float>, &single, 1e300), outcome::beyond_type);
  EXPECT_EQ(put_real(described<float>, &single, 0.5), outcome::set);
}

TEST(assignment, keeps_to_the_range_of_the_field) {
  using port = tenon::field<int, {.min = 1, .max = 64}>;
  int number = 4;
  EXPECT_EQ(put_whole(described<port>, &number, 0), outcome::out_of_range);
  EXPECT_EQ(put_whole(described<port>, &number, 65), outcome::out_of_range);
  EXPECT_EQ(number, 4);
  EXPECT_EQ(put_whole(described<port>, &number, 64), outcome::set);

  using pause = tenon::field<std::chrono::milliseconds, {.min = "1s", .max = "1min"}>;
  std::chrono::milliseconds length = 5s;
  EXPECT_EQ(put_text(described<pause>, &length, "999ms"), outcome::out_of_range);
  EXPECT_EQ(put_text(described<pause>, &length, "61s"), outcome::out_of_range);
  EXPECT_EQ(length, 5s);
  EXPECT_EQ(put_text(described<pause>, &length, "1500ms"), outcome::set);
  EXPECT_EQ(length, 1500ms);
  length = std::chrono::milliseconds::max();  // which has no text
  EXPECT_EQ(put_text(described<pause>, &length, "0s"), outcome::out_of_range);
  EXPECT_EQ(length, std::chrono::milliseconds::max());

  using name = tenon::field<std::string, {.min = 2, .max = 4}>;
  std::string text = "abc";
  EXPECT_EQ(put_text(described<name>, &text, "a"), outcome::out_of_range);
  EXPECT_EQ(put_text(described<name>, &text, "abcde"), outcome::out_of_range);
  EXPECT_EQ(text, "abc");
}

TEST(assignment, of_a_length_of_time_loses_nothing) {
  std::chrono::seconds seconds = 3s;
  EXPECT_EQ(put_text(described<std::chrono::seconds>, &seconds, "1500ms"), outcome::unlike);
  EXPECT_EQ(seconds, 3s);
  EXPECT_EQ(put_text(described<std::chrono::seconds>, &seconds, "2min"), outcome::set);
  EXPECT_EQ(seconds, 120s);
  std::chrono::duration<std::int8_t> tiny(1);
  EXPECT_EQ(put_text(described<decltype(tiny)>, &tiny, "128s"), outcome::unlike);
  std::chrono::hours hours(1);
  EXPECT_EQ(put_text(described<std::chrono::hours>, &hours, "2d"), outcome::set);
  EXPECT_EQ(hours.count(), 48);
}

TEST(complaint, says_what_was_expected_what_was_found_and_what_to_do) {
  const std::uint16_t port = 8080;
  EXPECT_EQ(complaint(described<std::uint16_t>, &port, "\"eighty\""),
            "expected a whole number between 0 and 65535, found \"eighty\". Write a number, e.g. 8080.");
  const speed how = speed::fast;
  EXPECT_EQ(complaint(described<speed>, &how, "\"fats\"", "fats"),
            "expected one of \"slow\" and \"fast\", found \"fats\". Did you mean \"fast\"?");
  using pause = tenon::field<std::chrono::seconds, {.min = "1s", .max = "1h"}>;
  EXPECT_EQ(complaint(described<pause>, nullptr, "10"),
            "expected a length of time in whole seconds between 1s and 1h, found 10. Write e.g. 1s or 1h.");
  EXPECT_EQ(expected(described<tenon::field<std::optional<int>, {.min = 1, .unit = "threads"}>>),
            "a whole number of at least 1 (threads) or null");
  EXPECT_EQ(expected(described<tenon::field<std::vector<int>, {.max = 3}>>), "a list of at most 3 values");
  EXPECT_EQ(expected(described<std::int64_t>, true),
            "a whole number between -9223372036854775808 and 9223372036854775807");
  EXPECT_EQ(expected(described<std::uint64_t>, true), "a whole number between 0 and 18446744073709551615");
  EXPECT_EQ(expected(described<tenon::field<double, {.min = 0, .max = 0.5}>>), "a number between 0 and 0.5");
}

TEST(complaint, suggests_no_length_of_time_outside_of_the_range) {
  using loan = tenon::field<std::chrono::hours, {.min = "3d", .max = "90d"}>;
  EXPECT_EQ(complaint(described<loan>, nullptr, "9"),
            "expected a length of time in whole hours between 3d and 90d, found 9. Write e.g. 3d or 90d.");
  EXPECT_EQ(cure(described<tenon::field<std::chrono::hours, {.min = "3d"}>>, nullptr, "9"), "Write e.g. 3d.");
  EXPECT_EQ(cure(described<tenon::field<std::chrono::hours, {.max = "5h"}>>, nullptr, "9"), "Write e.g. 5h.");
  EXPECT_EQ(cure(described<tenon::field<std::chrono::hours, {.min = "5h", .max = "5h"}>>, nullptr, "9"),
            "Write e.g. 5h.");
  EXPECT_EQ(cure(described<tenon::field<std::optional<tenon::byte_size>, {.min = "1B", .max = "4KiB"}>>, nullptr, "x"),
            "Write e.g. 1B or 4KiB.");
  EXPECT_EQ(cure(described<std::chrono::hours>, nullptr, "9"), "Write e.g. 1h or 2d.");
}

TEST(complaint, shows_nothing_of_a_secret) {
  using key = tenon::field<tenon::secret<int>, {.min = 1, .max = 9}>;
  const int value = 7;
  EXPECT_EQ(complaint(described<key>, &value, quoted(described<key>, "1234")),
            "expected a whole number between 1 and 9, found a text that is not shown. Write a number.");
}

TEST(complaint, cuts_a_long_text_between_its_characters) {
  std::string text(59, 'x');
  text += "\xC3\xA4 and more";
  EXPECT_EQ(quoted(described<std::string>, text), "\"" + std::string(59, 'x') + "...\"");
  EXPECT_EQ(quoted(described<std::string>, "a\nb"), "\"a b\"");
}

}  // namespace
