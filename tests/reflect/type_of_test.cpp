#include "tenon/reflect/type_of.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <deque>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "tenon/reflect/search.hpp"
#include "tenon/word/restart.hpp"
#include "tenon/word/secret.hpp"
#include "tenon/word/timestamp.hpp"

namespace colours {

struct colour {
  unsigned char red, green, blue;
};

}  // namespace colours

template <>
struct tenon::reflect::text_form<colours::colour> {
  static constexpr std::string_view expected = "a colour", example = "#ff8800";
  static std::string print(const colours::colour&) { return "#000000"; }
  static bool parse(std::string_view text, colours::colour& value) {
    return text == "red" && (value = {255, 0, 0}, true);
  }
};

namespace {

using namespace tenon::reflect;

enum class speed : unsigned char { slow, fast };
struct inner {
  int number = 1;
};
struct tree {
  std::vector<tree> branches;
};

template <class T>
inline constexpr kind kind_at = described<T>.of->is;

static_assert(kind_at<bool> == kind::boolean && kind_at<int> == kind::whole && kind_at<std::int8_t> == kind::whole);
static_assert(kind_at<std::uint16_t> == kind::natural && kind_at<double> == kind::real && kind_at<float> == kind::real);
static_assert(kind_at<std::string> == kind::text && kind_at<std::string_view> == kind::view &&
              kind_at<const char*> == kind::view);
static_assert(kind_at<speed> == kind::enumeration && kind_at<tenon::json::raw> == kind::raw);
static_assert(kind_at<std::chrono::seconds> == kind::formed && kind_at<tenon::timestamp> == kind::formed);
static_assert(kind_at<tenon::byte_size> == kind::formed && kind_at<colours::colour> == kind::formed);
static_assert(kind_at<std::optional<int>> == kind::optional && kind_at<std::vector<int>> == kind::list);
static_assert(kind_at<std::deque<int>> == kind::list && kind_at<std::array<int, 2>> == kind::list);
static_assert(kind_at<std::span<const int>> == kind::list && kind_at<std::map<std::string, int>> == kind::map);
static_assert(kind_at<std::unordered_map<std::string, inner>> == kind::map && kind_at<inner> == kind::aggregate);
static_assert(kind_at<tree> == kind::aggregate);
static_assert(kind_of<char>() == kind::none && kind_of<std::vector<bool>>() == kind::none &&
              kind_of<int*>() == kind::none);
static_assert(kind_of<std::map<int, int>>() == kind::none);

// Words are taken off and remembered.
using worn_twice = tenon::field<tenon::restart<tenon::secret<std::string>>, {.doc = "The key.", .min = 8}>;
static_assert(kind_at<worn_twice> == kind::text && described<worn_twice>.wears->secret);
static_assert(described<worn_twice>.wears->told.restart && described<worn_twice>.wears->told.min.value == 8);
static_assert(described<worn_twice>.wears->told.doc.view() == "The key.");

constexpr auto is_secret = [](const slot& place) { return place.wears->secret; };
struct holder {
  int number;
  std::map<std::string, std::vector<std::optional<tenon::secret<int>>>> deep;
};
static_assert(holds(described<holder>, is_secret) && !holds(described<tree>, is_secret));

struct everything {
  int number = 7;
  tenon::field<std::string, {.doc = "x"}> text = "hello";
  tenon::secret<std::string> key = "k";
  std::vector<tenon::restart<int>> list{1, 2};
  std::optional<inner> maybe{};
  std::map<std::string, tenon::secret<int>> map{};
};

TEST(type_as_data, reaches_every_field_of_a_value) {
  everything value;
  const auto& of = as<aggregate_type>(*described<everything>.of);
  void* places[most_places];
  of.places(&value, places);
  ASSERT_EQ(of.fields.size(), 6U);
  EXPECT_EQ(as<whole_type>(*of.fields[0].of).get(places[0]), 7);
  as<text_type>(*of.fields[1].of).set(places[1], "changed");
  EXPECT_EQ(value.text, "changed");
  as<text_type>(*of.fields[2].of).set(places[2], "other");
  EXPECT_EQ(value.key.reveal(), "other");
  EXPECT_EQ(of.fields[2].name, "key");
}

TEST(type_as_data, grows_lists_fills_optionals_and_finds_in_maps) {
  everything value;
  const auto& of = as<aggregate_type>(*described<everything>.of);
  void* places[most_places];
  of.places(&value, places);
  const auto& list = as<list_type>(*of.fields[3].of);
  ASSERT_TRUE(list.resize(places[3], 3));
  as<whole_type>(*list.element.of).set(list.at(places[3], 2), 9);
  EXPECT_EQ(value.list[2], 9);
  const auto& maybe = as<optional_type>(*of.fields[4].of);
  EXPECT_EQ(maybe.get(places[4]), nullptr);
  maybe.fill(places[4]);
  ASSERT_TRUE(value.maybe.has_value());
  maybe.clear(places[4]);
  EXPECT_FALSE(value.maybe.has_value());
  const auto& map = as<map_type>(*of.fields[5].of);
  as<whole_type>(*map.element.of).set(map.put(places[5], "a"), 1);
  as<whole_type>(*map.element.of).set(map.put(places[5], "a"), 2);
  EXPECT_EQ(value.map.size(), 1U);
  EXPECT_EQ(value.map["a"].reveal(), 2);
}

TEST(type_as_data, takes_a_form_of_ones_own) {
  colours::colour value{};
  const auto& of = as<formed_type>(*described<colours::colour>.of);
  const auto refuse = [](void*, const void*) { return false; };
  const auto accept = [](void*, const void* read) { return static_cast<const colours::colour*>(read)->red == 255; };
  EXPECT_FALSE(of.parse(&value, "blue", accept, nullptr));
  EXPECT_TRUE(of.parse(&value, "red", refuse, nullptr));
  EXPECT_EQ(value.red, 0);
  EXPECT_TRUE(of.parse(&value, "red", accept, nullptr));
  EXPECT_EQ(value.red, 255);
}

// Aggregates of plain fields: side by side, with a gap between two, with one at the end.
struct together {
  std::uint32_t a = 0;
  float b = 0;
};
struct together_too {
  std::uint32_t first = 0;
  float second = 0;
};
struct apart {
  bool a = false;
  std::uint32_t b = 0;
};
struct with_an_end {
  std::uint32_t a = 0;
  bool b = false;
};
struct with_a_text {
  std::string a{};
  double b = 0;
};

template <class T>
void expect_fields_where_they_are() {
  T one{};
  void* at[most_places]{};
  table<T>::value.places(&one, at);
  EXPECT_EQ(at[0], &one.a) << type_name<T>();
  EXPECT_EQ(at[1], &one.b) << type_name<T>();
}

TEST(aggregates, have_their_fields_where_they_are_with_gaps_and_without) {
  expect_fields_where_they_are<together>();
  expect_fields_where_they_are<apart>();
  expect_fields_where_they_are<with_an_end>();
  expect_fields_where_they_are<with_a_text>();
}

TEST(aggregates, share_the_way_to_their_fields_where_these_are_alike_and_without_a_gap) {
  EXPECT_EQ(table<together>::value.places, table<together_too>::value.places);
  EXPECT_NE(table<apart>::value.places, table<together>::value.places);
  EXPECT_NE(table<apart>::value.places, table<with_an_end>::value.places);
}

}  // namespace
