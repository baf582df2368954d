#include "tenon/form/function/composed_form_functions.hpp"

#include <gtest/gtest.h>

#include <string>

#include "tenon/app.hpp"
#include "tenon/extension.hpp"
#include "tenon/testing/form_function_archetype.hpp"

namespace {

struct in_range {
  static constexpr auto form_function = tenon::form_function{.name = "inRange", .doc = "Between two others."};
  tenon::required<double> value;
  double at_least = 0;
  bool call() const { return value >= at_least; }
};
struct villages_of {
  static constexpr auto form_function = tenon::form_function{.name = "villagesOf"};
  tenon::required<std::string> district;
  std::vector<tenon::form_choice> call() const { return {{"a", district}}; }
};

struct shop {
  static constexpr auto manifest = tenon::manifest{.name = "shop", .version = "1.0.0"};
  using form_functions = tenon::form_functions<in_range>;
};
struct zoo {
  static constexpr auto manifest = tenon::manifest{.name = "zoo", .version = "1.0.0"};
  using form_functions = tenon::form_functions<villages_of, tenon::testing::form_function_archetype>;
};
struct viewer {
  static constexpr auto manifest = tenon::manifest{.name = "viewer", .version = "1.0.0"};
  void on_start(auto& ctx) { seen = tenon::form::form_functions_in(ctx); }
  std::span<const tenon::form::form_function_row> seen{};
};

TEST(composed_form_functions, are_those_of_all_extensions) {
  tenon::app<viewer, shop, zoo> app;
  ASSERT_TRUE(app.start());
  const std::span<const tenon::form::form_function_row> seen = app.part<viewer>().seen;
  ASSERT_EQ(seen.size(), 3U);
  EXPECT_EQ(seen[0].name, "inRange");
  EXPECT_EQ(seen[0].extension, "shop");
  EXPECT_EQ(seen[2].extension, "zoo");
}

TEST(composed_form_functions, are_none_where_no_extension_has_any) {
  tenon::app<viewer> app;
  ASSERT_TRUE(app.start());
  EXPECT_TRUE(app.part<viewer>().seen.empty());
}

TEST(a_form_function, is_called_with_parameters_that_are_json_and_gives_json) {
  std::vector<tenon::finding> wrong;
  const auto range = tenon::form::row_of_form_function<in_range>("shop");
  EXPECT_EQ(range.call(R"({"value": 3})", wrong), "true");
  EXPECT_EQ(range.call(R"({"value": 3, "atLeast": 4})", wrong), "false");
  EXPECT_EQ(tenon::form::row_of_form_function<villages_of>("zoo").call(R"({"district": "x"})", wrong),
            R"([{"const":"a","title":"x"}])");
  EXPECT_TRUE(wrong.empty());
}

TEST(a_form_function, is_not_called_with_parameters_that_do_not_fit) {
  const auto range = tenon::form::row_of_form_function<in_range>("shop");
  for (const std::string_view parameters : {"{}", R"({"value": "3"})", R"({"value": 3, "least": 4})", "", "[]"}) {
    std::vector<tenon::finding> wrong;
    EXPECT_EQ(range.call(parameters, wrong), std::nullopt) << parameters;
    EXPECT_FALSE(wrong.empty()) << parameters;
  }
}

}  // namespace
