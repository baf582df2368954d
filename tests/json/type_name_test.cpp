#include "tenon/json/type_name.hpp"

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/reflect/type_of.hpp"
#include "tenon/word/field.hpp"
#include "tenon/word/raw_json.hpp"
#include "tenon/word/required.hpp"
#include "tenon/word/secret.hpp"

namespace {

enum class level : unsigned char { low, high };
struct point {
  int x = 0, y = 0;
};

template <class T>
constexpr std::string_view name_of = tenon::json::type_name(tenon::reflect::described<T>);

TEST(the_name_of_a_type, is_that_of_JSON_for_what_is_written_there) {
  EXPECT_EQ(name_of<bool>, "boolean");
  EXPECT_EQ(name_of<int>, "integer");
  EXPECT_EQ(name_of<std::uint64_t>, "integer");
  EXPECT_EQ(name_of<double>, "number");
  EXPECT_EQ(name_of<std::string>, "string");
  EXPECT_EQ(name_of<std::string_view>, "string");
  EXPECT_EQ(name_of<level>, "string");
  EXPECT_EQ(name_of<std::chrono::milliseconds>, "string");
  EXPECT_EQ(name_of<std::vector<int>>, "array");
  EXPECT_EQ((name_of<std::array<int, 3>>), "array");
  EXPECT_EQ((name_of<std::map<std::string, int>>), "object");
  EXPECT_EQ(name_of<point>, "object");
  EXPECT_EQ(name_of<tenon::json::raw>, tenon::json::any_type);
}
TEST(the_name_of_a_type, of_an_optional_one_is_that_of_what_it_holds) {
  EXPECT_EQ(name_of<std::optional<double>>, "number");
  EXPECT_EQ((name_of<std::optional<std::vector<std::string>>>), "array");
  EXPECT_EQ(name_of<std::optional<tenon::json::raw>>, tenon::json::any_type);
}
TEST(the_name_of_a_type, is_the_same_whatever_words_it_wears) {
  EXPECT_EQ(name_of<tenon::required<int>>, "integer");
  EXPECT_EQ(name_of<tenon::secret<std::string>>, "string");
  EXPECT_EQ((name_of<tenon::field<int, {.min = 1}>>), "integer");
}

}  // namespace
