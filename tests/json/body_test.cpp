#include "tenon/json/body.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/word/error.hpp"
#include "tenon/word/field.hpp"
#include "tenon/word/required.hpp"

namespace {

struct new_note {
  std::string title;
  std::vector<std::string> labels{};
  int stars = 0;
};
// Whoever sends one says who wrote it, and of each reader a name; the rest may be left out.
struct reader {
  tenon::required<std::string> name;
  int since = 2020;
};
struct signed_note {
  tenon::required<std::string> author;
  tenon::required<tenon::field<int, {.min = 1, .max = 5}>> stars;
  std::vector<reader> readers{};
  std::string title = "untitled";
};
constexpr tenon::json::wire defaults{.missing = tenon::json::missing::kept};

tenon::request with(std::string_view body) { return {.body = body}; }
template <class T = new_note>
std::optional<tenon::error> refusal_of(std::string_view body, const tenon::json::wire& how = {}) {
  try {
    static_cast<void>(tenon::json::body_of<T>(with(body), how));
  } catch (const tenon::error& refused) {
    return refused;
  }
  return std::nullopt;
}

TEST(body, is_the_aggregate_that_it_says) {
  const auto read = tenon::json::body_of<new_note>(with(R"({"title":"Milk","labels":["a","b"],"stars":3})"));
  EXPECT_EQ(read.title, "Milk");
  EXPECT_EQ(read.labels, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(read.stars, 3);
}

TEST(body, that_is_wrong_is_refused_with_every_finding_and_its_pointer) {
  const auto refused = refusal_of("{\"title\": 3,\n \"labels\": [\"a\", 4]}");
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->status(), 400);
  EXPECT_EQ(refused->message().substr(0, 8), "/title: ") << refused->message();
  EXPECT_NE(refused->data().find(R"("pointer":"/title","line":1,)"), std::string::npos) << refused->data();
  EXPECT_NE(refused->data().find(R"("pointer":"/labels/1","line":2,)"), std::string::npos) << refused->data();
}

TEST(body, that_is_absent_or_no_json_is_refused) {
  for (const std::string_view wrong : {"", "{", "title=Milk", "\xFF"}) {
    const auto refused = refusal_of(wrong);
    ASSERT_TRUE(refused) << wrong;
    EXPECT_EQ(refused->status(), 400);
    EXPECT_FALSE(refused->message().empty());
  }
}

TEST(body, has_what_is_required_of_it) {
  const auto read =
      tenon::json::body_of<signed_note>(with(R"({"author":"Ada","stars":3,"readers":[{"name":"Dave"}]})"), defaults);
  EXPECT_EQ(read.author.get(), "Ada");
  EXPECT_EQ(read.stars, 3);
  ASSERT_EQ(read.readers.size(), 1U);
  EXPECT_EQ(read.readers[0].name.get(), "Dave");
  EXPECT_EQ(read.readers[0].since, 2020);
  EXPECT_EQ(read.title, "untitled");
}

TEST(body, that_leaves_out_what_is_required_is_refused_with_the_place) {
  const auto refused = refusal_of<signed_note>("{\"stars\": 9,\n \"readers\": [{}]}", defaults);
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->status(), 400);
  EXPECT_NE(refused->data().find(R"("pointer":"/author","line":1,)"), std::string::npos) << refused->data();
  EXPECT_NE(refused->data().find(R"("pointer":"/readers/0/name","line":2,)"), std::string::npos) << refused->data();
  EXPECT_NE(refused->data().find(R"("pointer":"/stars")"), std::string::npos) << refused->data();
  EXPECT_EQ(refused->data().find(R"("pointer":"/title")"), std::string::npos) << refused->data();
  EXPECT_EQ(refusal_of<signed_note>("{}", defaults)->message(),
            "/author: expected a text, found nothing. Add \"author\".");
}

}  // namespace
