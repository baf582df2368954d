#include "tenon/reflect/time_form.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <ratio>
#include <string>

namespace {

using namespace std::chrono;
using tenon::reflect::text_form;

template <class T>
std::optional<std::string> printed(const T& value) {
  return text_form<T>::print(value);
}
template <class T>
std::optional<T> read(const char* text) {
  T value{};
  return text_form<T>::parse(text, value) ? std::optional(value) : std::nullopt;
}

TEST(length_of_time, is_written_exactly_whatever_it_is_counted_in) {
  using frames = duration<std::int64_t, std::ratio<1, 30>>;
  using picoseconds = duration<std::int64_t, std::pico>;
  EXPECT_EQ(printed(frames(30)), "1s");
  EXPECT_EQ(printed(frames(3)), "100ms");
  EXPECT_EQ(printed(picoseconds(5'000'000'000'000)), "5s");
  EXPECT_EQ(printed(picoseconds(1'234'567'500'000'000'000)), "1234567500ms");
  EXPECT_EQ(printed(duration<std::uint8_t>(200)), "200s");
  EXPECT_EQ(printed(nanoseconds::min()), "-9223372036854775808ns");
}

TEST(length_of_time, without_an_exact_text_has_none) {
  EXPECT_EQ(printed(duration<std::int64_t, std::ratio<1, 30>>(1)), std::nullopt);
  EXPECT_EQ(printed(duration<std::int64_t, std::pico>(999)), std::nullopt);
  EXPECT_EQ(printed(duration<std::int64_t, std::ratio<3600>>::max()), std::nullopt);
  EXPECT_EQ(printed(milliseconds::max()), std::nullopt);
  EXPECT_EQ(printed(duration<std::uint64_t>::max()), std::nullopt);
  EXPECT_EQ(printed(duration<std::int64_t, std::tera>(1)), std::nullopt);
  EXPECT_EQ(printed(duration<std::int64_t, std::tera>(0)), "0s");
}

TEST(length_of_time, is_read_only_where_it_is_a_whole_count) {
  using frames = duration<std::int64_t, std::ratio<1, 30>>;
  EXPECT_EQ(read<frames>("2s"), frames(60));
  EXPECT_EQ(read<frames>("100ms"), frames(3));
  EXPECT_EQ(read<frames>("101ms"), std::nullopt);
  EXPECT_EQ((read<duration<std::int64_t, std::pico>>("5s")), (duration<std::int64_t, std::pico>(5'000'000'000'000)));
  EXPECT_EQ((read<duration<std::int64_t, std::pico>>("1000d")), std::nullopt);
  EXPECT_EQ((read<duration<std::int64_t, std::tera>>("1d")), std::nullopt);
  EXPECT_EQ(read<nanoseconds>("-9223372036854775808ns"), nanoseconds::min());
}

TEST(point_in_time, is_written_in_milliseconds_of_which_nothing_is_rounded_up) {
  EXPECT_EQ(printed(sys_seconds(1754049600s)), "2025-08-01T12:00:00.000Z");
  EXPECT_EQ(printed(sys_days(2025y / August / 1)), "2025-08-01T00:00:00.000Z");
  EXPECT_EQ(printed(sys_time<nanoseconds>(1'999'999ns)), "1970-01-01T00:00:00.001Z");
  EXPECT_EQ(printed(sys_time<nanoseconds>(-1ns)), "1969-12-31T23:59:59.999Z");
  EXPECT_EQ(printed(sys_time<duration<std::int64_t, std::ratio<1, 30>>>(duration<std::int64_t, std::ratio<1, 30>>(3))),
            "1970-01-01T00:00:00.100Z");
}

TEST(point_in_time, outside_of_the_years_that_have_four_digits_has_no_text) {
  EXPECT_EQ(printed(sys_seconds::max()), std::nullopt);
  EXPECT_EQ(printed(sys_seconds::min()), std::nullopt);
  EXPECT_EQ(printed(sys_days(12'000y / January / 1)), std::nullopt);
  EXPECT_EQ(printed(sys_days(-1y / January / 1)), std::nullopt);
}

TEST(point_in_time, is_read_only_where_its_type_holds_it) {
  using small = sys_time<duration<std::int32_t>>;
  EXPECT_EQ(read<small>("2038-01-19T03:14:07Z"), small::max());
  EXPECT_EQ(read<small>("2100-01-01T00:00:00Z"), std::nullopt);
  EXPECT_EQ(read<sys_seconds>("2025-08-01T12:00:00.5Z"), std::nullopt);
  EXPECT_EQ(read<sys_time<nanoseconds>>("2300-01-01T00:00:00Z"), std::nullopt);
  EXPECT_EQ(read<sys_time<nanoseconds>>("1969-12-31T23:59:59.999Z"), sys_time<nanoseconds>(-1ms));
}

}  // namespace
