#include "tenon/json/body.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tenon/word/error.hpp"

namespace {

struct new_note {
  std::string title;
  std::vector<std::string> labels{};
  int stars = 0;
};

tenon::request with(std::string_view body) { return {.body = body}; }
std::optional<tenon::error> refusal_of(std::string_view body) {
  try {
    static_cast<void>(tenon::json::body_of<new_note>(with(body)));
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

}  // namespace
