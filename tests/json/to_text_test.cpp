#include "tenon/json/to_text.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <limits>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "tenon/word/api_key.hpp"
#include "tenon/word/restart.hpp"

namespace {

using namespace std::chrono_literals;
using tenon::json::to_text;

enum class speed : unsigned char { slow, fast };

struct inner {
  int number = 1;
  std::optional<std::string> note{};
};
struct outer {
  bool yes = true;
  std::int8_t small = -5;
  std::uint64_t large = std::numeric_limits<std::uint64_t>::max();
  double half = 0.5;
  std::string text = "a\"b";
  std::string_view view = "seen";
  speed how = speed::fast;
  std::chrono::milliseconds pause = 90s;
  tenon::byte_size room{8U << 20U};
  tenon::json::raw as_is{"{\"x\": 1}"};
  inner one;
  std::vector<inner> list;
  std::map<std::string, int> map;
  tenon::field<int, {.doc = "Not shown."}> worn = 4;
};

TEST(to_text, writes_every_kind_of_field) {
  outer value;
  value.list.push_back({2, "n"});
  value.map["k"] = 3;
  EXPECT_EQ(
      to_text(value),
      R"({"yes":true,"small":-5,"large":18446744073709551615,"half":0.5,"text":"a\"b","view":"seen","how":"fast",)"
      R"("pause":"90s","room":"8MiB","as_is":{"x": 1},"one":{"number":1},"list":[{"number":2,"note":"n"}],)"
      R"("map":{"k":3},"worn":4})");
}

TEST(to_text, spells_keys_as_the_wire_does) {
  const tenon::api_key key{
      .id = "1", .user_id = "u", .scopes = {tenon::scope::read}, .expires_at = tenon::timestamp(1754049600000ms)};
  EXPECT_EQ(to_text(key, tenon::json::camel_case),
            R"({"id":"1","userId":"u","scopes":["runt:read"],"expiresAt":"2025-08-01T12:00:00.000Z",)"
            R"("userGenerated":true,"revoked":false})");
  struct {
    int delete_ = 1, two_words_ = 2;
  } unusual;
  EXPECT_EQ(to_text(unusual, tenon::json::camel_case), R"({"delete":1,"twoWords":2})");
  EXPECT_EQ(to_text(unusual), R"({"delete":1,"two_words":2})");
}

TEST(to_text, leaves_absent_values_out_or_writes_null) {
  EXPECT_EQ(to_text(inner{}), R"({"number":1})");
  EXPECT_EQ(to_text(inner{}, {.absent = tenon::json::absent::null}), R"({"number":1,"note":null})");
  EXPECT_EQ(to_text(std::vector<std::optional<int>>{1, std::nullopt}), "[1,null]");
}

TEST(to_text, writes_any_value_and_not_only_aggregates) {
  EXPECT_EQ(to_text(std::vector<int>{}), "[]");
  EXPECT_EQ(to_text(std::map<std::string, inner>{}), "{}");
  EXPECT_EQ(to_text(std::string("x")), "\"x\"");
  const std::array<int, 2> two{1, 2};
  EXPECT_EQ(to_text(std::span<const int>(two)), "[1,2]");
  EXPECT_EQ(to_text(tenon::json::raw{}), "null");
}

TEST(to_text, escapes_what_json_wants_escaped) {
  EXPECT_EQ(to_text(std::string("\b\t\n\f\r\x01\x1f\"\\/\x7f", 11)),
            "\"\\u0008\\t\\n\\u000c\\r\\u0001\\u001f\\\"\\\\/\x7f\"");
  EXPECT_EQ(to_text(std::string(1, '\0')), "\"\\u0000\"");
  EXPECT_EQ(to_text(std::string("\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80")), "\"\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80\"");
}

TEST(to_text, writes_numbers_that_read_back_as_the_same) {
  for (const double number : {0.1, 1e300, -2.5e-7, 123456789.123, 5e-324, 1.7976931348623157e308, 0.0, -0.0})
    EXPECT_EQ(std::strtod(to_text(number).c_str(), nullptr), number) << to_text(number);
  EXPECT_EQ(to_text(0.1), "0.1");
  EXPECT_EQ(to_text(std::numeric_limits<double>::quiet_NaN()), "null");
  EXPECT_EQ(to_text(std::numeric_limits<double>::infinity()), "null");
}

TEST(to_text, writes_times_exactly_or_as_null) {
  EXPECT_EQ(to_text(std::chrono::milliseconds(90s)), "\"90s\"");
  EXPECT_EQ(to_text(std::chrono::milliseconds::max()), "null");
  EXPECT_EQ(to_text(std::chrono::sys_seconds(1754049600s)), "\"2025-08-01T12:00:00.000Z\"");
  EXPECT_EQ(to_text(std::chrono::sys_seconds::max()), "null");
}

TEST(to_text, indents_for_people) {
  EXPECT_EQ(to_text(std::map<std::string, int>{{"k", 3}, {"l", 4}}, {.indent = 2}), "{\n  \"k\": 3,\n  \"l\": 4\n}");
  EXPECT_EQ(to_text(std::vector<std::vector<int>>{{}, {1}}, {.indent = 1}), "[\n [],\n [\n  1\n ]\n]");
}

}  // namespace
