#include "tenon/json/from_text.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/json/to_text.hpp"
#include "tenon/word/api_key.hpp"
#include "tenon/word/field.hpp"
#include "tenon/word/restart.hpp"
#include "tenon/word/secret.hpp"

namespace {

using namespace std::chrono_literals;
using namespace tenon::json;
using tenon::finding;

enum class speed : unsigned char { slow, fast };

struct inner {
  int number = 1;
  std::string text = "default";
};
struct outer {
  inner one{};
  std::vector<inner> list{{7, "old"}};
  std::map<std::string, double> map{};
  std::optional<int> maybe{};
  tenon::field<std::uint16_t, {.min = 1}> port = 8080;
  std::chrono::seconds pause = 10s;
  speed how = speed::slow;
  tenon::secret<std::string> key{};
  std::array<int, 2> pair{};
  raw any{};
  tenon::byte_size room{};
};
constexpr wire kept{.missing = missing::kept, .source = "config.json"};

template <class T>
std::vector<std::string> mistakes(std::string_view text, const wire& how) {
  std::vector<finding> findings;
  const bool read = from_text<T>(text, findings, how).has_value();
  EXPECT_EQ(read, findings.empty());
  std::vector<std::string> lines;
  for (const finding& one : findings) lines.push_back(to_string(one));
  return lines;
}
using list = std::vector<std::string>;

template <class T>
T good(std::string_view text, const wire& how = kept) {
  std::vector<finding> findings;
  const auto value = from_text<T>(text, findings, how);
  for (const finding& one : findings) ADD_FAILURE() << to_string(one);
  return value.value_or(T{});
}

TEST(from_text, reads_what_to_text_writes) {
  const tenon::api_key key{.id = "1",
                           .user_id = "u",
                           .scopes = {tenon::scope::read, tenon::scope::execute},
                           .resources = {{{"a", "notebook"}}},
                           .expires_at = tenon::timestamp(1754049600007ms),
                           .name = "n",
                           .user_generated = false,
                           .revoked = true};
  for (const wire& how : {wire{}, camel_case}) EXPECT_EQ(good<tenon::api_key>(to_text(key, how), how), key);
}

TEST(from_text, reads_every_kind_of_field) {
  const auto value = good<outer>(R"({"one": {"number": 2}, "list": [{"text": "x"}, {}],
    "map": {"a": 1, "b": 0.5}, "maybe": 3,
    "port": 80, "pause": "2min", "how": "fast", "key": "secret", "pair": [1, 2],
    "any": {"x" : [1.0, "]"]}, "room": "1KiB"})");
  EXPECT_EQ(value.one.number, 2);
  EXPECT_EQ(value.one.text, "default");
  ASSERT_EQ(value.list.size(), 2U);
  EXPECT_EQ(value.list[0].text, "x");
  EXPECT_EQ(value.list[0].number, 1);
  EXPECT_EQ(value.map.at("b"), 0.5);
  EXPECT_EQ(value.maybe, 3);
  EXPECT_EQ(value.port, 80);
  EXPECT_EQ(value.pause, 2min);
  EXPECT_EQ(value.how, speed::fast);
  EXPECT_EQ(value.key.reveal(), "secret");
  EXPECT_EQ(value.pair[1], 2);
  EXPECT_EQ(value.any.text, R"({"x" : [1.0, "]"]})");
  EXPECT_EQ(value.room.bytes, 1024U);
}

TEST(from_text, takes_a_whole_number_however_it_is_written) {
  EXPECT_EQ(good<int>("8e3"), 8000);
  EXPECT_EQ(good<int>("-7.0"), -7);
  EXPECT_EQ(good<std::uint64_t>("18446744073709551615"), UINT64_MAX);
  EXPECT_EQ(good<std::int64_t>("-9223372036854775808"), INT64_MIN);
  EXPECT_EQ(good<tenon::byte_size>("4096").bytes, 4096U);
}

TEST(from_text, tells_every_mistake_with_its_place_and_what_to_do) {
  EXPECT_EQ(
      mistakes<outer>("{\n \"port\": \"eighty\",\n \"one\": {\"nubmer\": 1},\n \"list\": [{}, {\"text\": 5}]}", kept),
      (list{"config.json:2:10: /port: expected a whole number between 1 and 65535, found \"eighty\". Write a number, "
            "e.g. 8080.",
            "config.json:3:10: /one/nubmer: there is no such key. Did you mean \"number\"?",
            "config.json:4:24: /list/1/text: expected a text, found 5. Write a text. Put it in quotes."}));
  EXPECT_EQ(
      mistakes<outer>(
          R"({"maybe": "x", "pause": 10, "how": "fsat", "pair": [1], "map": [], "list": {}, "room": "1 Meg"})", kept),
      (list{"config.json:1:11: /maybe: expected a whole number, found \"x\". Write a number, e.g. 0.",
            "config.json:1:25: /pause: expected a length of time in whole seconds, found 10. Write e.g. 10s or 2min. "
            "Put it in quotes.",
            "config.json:1:36: /how: expected one of \"slow\" and \"fast\", found \"fsat\". Did you mean \"fast\"?",
            "config.json:1:52: /pair: expected a list of 2 values, found 1.",
            "config.json:1:64: /map: expected an object, found a list. Write it in braces, e.g. {}.",
            "config.json:1:76: /list: expected a list, found an object. Write it in brackets, e.g. [].",
            "config.json:1:88: /room: expected an amount of bytes, found \"1 Meg\". Write e.g. 8MiB, 500kB or 4096."}));
}

struct titled {
  tenon::field<std::string, {.doc = "Of a book.", .min = 1, .max = 8}> title = "Emma";
};
TEST(from_text, says_of_a_text_that_is_too_short_or_too_long_how_long_it_has_to_be) {
  const auto mistake = [](std::string_view title) {
    return mistakes<titled>(std::string(R"({"title": )").append(title).append("}"), {}).at(0);
  };
  EXPECT_EQ(mistake(R"("")"), "line 1:11: /title: expected a text of 1 to 8 bytes, found \"\". Write at least 1 byte.");
  EXPECT_EQ(mistake(R"("Persuasion")"),
            "line 1:11: /title: expected a text of 1 to 8 bytes, found \"Persuasion\". Shorten it by 2 bytes.");
  EXPECT_EQ(mistake("7"),
            "line 1:11: /title: expected a text of 1 to 8 bytes, found 7. Write at least 1 byte. Put it in quotes.");
}

TEST(from_text, names_the_limits_that_a_number_breaks) {
  EXPECT_EQ(mistakes<int>("3000000000", {}), list{"line 1:1: expected a whole number between -2147483648 and "
                                                  "2147483647, found 3000000000. Write a number, e.g. 0."});
  EXPECT_EQ(mistakes<std::uint8_t>("256", {}),
            list{"line 1:1: expected a whole number between 0 and 255, found 256. Write a number, e.g. 0."});
  EXPECT_EQ(
      mistakes<outer>(R"({"port": 0})", kept),
      list{
          "config.json:1:10: /port: expected a whole number between 1 and 65535, found 0. Write a number, e.g. 8080."});
  EXPECT_EQ(mistakes<int>("0.5", {}).size(), 1U);
  EXPECT_EQ(mistakes<double>("1e400", {}).size(), 1U);
}

TEST(from_text, reads_real_numbers_to_their_last_digit) {
  for (const double number : {980.97781400205736, 1.3927926388013963e-143, 1.8088101387491814e-140, 0.1, 5e-324})
    EXPECT_EQ(good<double>(to_text(number)), number);
  EXPECT_EQ(good<outer>(R"({"map": {"a" : 945.49917781478098 }})").map.at("a"), 945.49917781478098);
}

TEST(from_text, misses_what_is_not_there_unless_it_may_be_missing) {
  EXPECT_EQ(mistakes<inner>("{}", {.keys = keys::camel}),
            (list{"line 1:1: /number: expected a whole number, found nothing. Add \"number\".",
                  "line 1:1: /text: expected a text, found nothing. Add \"text\"."}));
  EXPECT_EQ(good<std::vector<std::optional<inner>>>("[null]", {}).size(), 1U);
  struct optional_only {
    std::optional<int> number{};
  };
  EXPECT_FALSE(good<optional_only>("{}", {}).number.has_value());
}

TEST(from_text, passes_over_unknown_keys_where_it_is_told_to) {
  EXPECT_EQ(
      good<inner>(R"({"number": 5, "later": {"x": [1, {"y": "}"}]}, "text": "t"})", {.unknown = unknown::ignored}).text,
      "t");
}

TEST(from_text, does_not_show_what_stands_where_a_secret_belongs) {
  for (const std::string& line : mistakes<outer>(R"({"key": 12345})", kept))
    EXPECT_EQ(line.find("12345"), std::string::npos) << line;
}

TEST(from_text, empties_an_optional_value_by_null_and_nothing_else) {
  EXPECT_FALSE(good<outer>(R"({"maybe": null})").maybe.has_value());
  EXPECT_EQ(mistakes<outer>(R"({"port": null})", kept).size(), 1U);
}

TEST(from_text, says_no_more_than_a_hundred_things) {
  std::string text = "[";
  for (int i = 0; i < 1000; ++i) text += "\"x\",";
  EXPECT_EQ(mistakes<std::vector<int>>(text + "1]", {}).size(), 100U);
}

TEST(from_text, points_at_keys_that_need_escapes) {
  EXPECT_EQ(mistakes<outer>(R"({"map": {"a/b~c": "x"}})", kept),
            list{"config.json:1:19: /map/a~1b~0c: expected a number, found \"x\". Write a number, e.g. 0."});
}

}  // namespace
