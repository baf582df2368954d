// Questions that nobody may change, as they are drawn.
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "../drawn.hpp"

using drawing::has;
using drawing::question;

namespace {

// The tags of fields that are sent to the server, without the number of entries that lists have.
std::vector<std::string_view> fields_in(std::string_view html) {
  std::vector<std::string_view> out;
  for (std::size_t at = html.find('<'); at != html.npos; at = html.find('<', at + 1)) {
    const std::string_view tag = html.substr(at, html.find('>', at) - at);
    const bool is_field = tag.starts_with("<input") || tag.starts_with("<select") || tag.starts_with("<textarea");
    if (is_field && has(tag, " name=\"/") && !has(tag, "type=\"hidden\"")) out.push_back(tag);
  }
  return out;
}

bool keeps_its_value(std::string_view tag) {
  if (has(tag, " disabled")) return true;
  for (const std::string_view one : {"<select", "\"checkbox\"", "\"radio\"", "\"range\"", "\"file\""})
    if (has(tag, one)) return false;  // no browser heeds readonly there
  return has(tag, " readonly");
}

struct drawn_as {
  std::string_view schema, options = "{}";
};
constexpr std::string_view of_seasons = R"("type": "string", "enum": ["dry", "wet"])";

std::vector<drawn_as> each_built_in() {
  static const std::string one_of = std::string("{").append(of_seasons).append("}");
  static const std::string table = R"({"type": "object", "properties": {"a": )" + one_of + R"(, "b": )" + one_of + "}}";
  static const std::string any_of = R"({"type": "array", "items": )" + one_of + "}";
  static const std::string long_list = [] {
    std::string out = R"({"type": "array", "items": {"enum": [0)";
    for (int i = 1; i < 120; ++i) out.append(",").append(std::to_string(i));
    return out + "]}}";
  }();
  return {{R"({"type": "string"})"},
          {R"({"type": "string", "format": "email"})"},
          {R"({"type": "string"})", R"({"multi": true})"},
          {R"({"type": "string", "format": "date"})"},
          {R"({"type": "string", "format": "time"})"},
          {R"({"type": "string", "format": "date-time"})"},
          {R"({"type": "number"})"},
          {R"({"type": "integer", "minimum": 0, "maximum": 9})", R"({"slider": true})"},
          {R"({"type": "boolean"})"},
          {one_of},
          {one_of, R"({"format": "radio"})"},
          {one_of, R"({"format": "likert"})"},
          {table, R"({"format": "likert"})"},
          {R"({"type": "integer"})", R"({"format": "rating"})"},
          {any_of},
          {long_list},
          {R"({"type": "object", "format": "gps"})"},
          {R"({"type": "string", "format": "gps"})"},
          {R"({"type": "string", "format": "qrcode"})"},
          {R"({"type": "string", "format": "photo"})"},
          {R"({"type": "object", "format": "signature"})"},
          {R"({"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "object", "properties": {
             "c": {"type": "boolean"}}}}})"},
          {R"({"type": "array", "minItems": 2, "items": {"type": "object", "properties": {
             "a": {"type": "boolean"}, "b": {"type": "string"}}}})"}};
}

std::string required_question(std::string_view schema, std::string_view options) {
  const std::string ui = R"({"type": "Control", "scope": "#/properties/q", "options": )" + std::string(options) + "}";
  return drawing::html(drawing::plan(R"({"required": ["q"], "properties": {"q": )" + std::string(schema) + "}}", ui));
}

TEST(read_only_questions, have_no_field_that_a_browser_lets_anybody_change) {
  for (const drawn_as& one : each_built_in()) {
    const std::string asked = required_question(one.schema, one.options);
    EXPECT_FALSE(fields_in(asked).empty()) << one.schema;
    for (const std::string_view tag : fields_in(asked))
      EXPECT_FALSE(has(tag, " readonly") || has(tag, " disabled")) << tag;
    const std::string by_schema = std::string(one.schema).insert(1, R"("readOnly": true, )");
    const std::string by_options =
        std::string(one.options).insert(1, one.options.size() > 2 ? R"("readonly": true, )" : R"("readonly": true)");
    for (const std::string& html :
         {required_question(by_schema, one.options), required_question(one.schema, by_options)}) {
      EXPECT_FALSE(fields_in(html).empty()) << html;
      for (const std::string_view tag : fields_in(html)) EXPECT_TRUE(keeps_its_value(tag)) << tag;
      EXPECT_FALSE(has(html, "name=\"add\"") || has(html, "name=\"remove\"") || has(html, "(needed)")) << html;
    }
  }
}

TEST(read_only_questions, are_all_of_a_group_of_a_layout_and_of_a_form_that_is_read_only) {
  constexpr std::string_view schema = R"({"properties": {"a": {"type": "string"}, "b": {"type": "boolean"}}})";
  const auto are_fixed = [](const std::string& html) {
    const std::vector<std::string_view> all = fields_in(html);
    return all.size() == 2 && keeps_its_value(all[0]) && keeps_its_value(all[1]);
  };
  EXPECT_FALSE(are_fixed(drawing::html(drawing::plan(schema))));
  EXPECT_TRUE(are_fixed(drawing::html(drawing::plan(std::string(schema).insert(1, R"("readOnly": true, )")))));
  EXPECT_TRUE(are_fixed(
      drawing::html(drawing::plan(schema, R"({"type": "Control", "scope": "#", "options": {"readonly": true}})"))));
  EXPECT_TRUE(are_fixed(drawing::html(drawing::plan(schema, R"({"type": "Group", "options": {"readonly": true},
      "elements": [{"type": "HorizontalLayout", "elements": [{"type": "Control", "scope": "#/properties/a"},
        {"type": "Control", "scope": "#/properties/b", "options": {"readonly": false}}]}]})"))));
}

TEST(read_only_questions, stay_so_where_the_page_asks_for_a_part_of_what_is_read_only) {
  const std::string html = drawing::html(drawing::plan(
      R"({"properties": {"a": {"type": "object", "readOnly": true, "properties": {"b": {"$ref": "#/definitions/s"}}}},
          "definitions": {"s": {"enum": ["x"]}}})",
      R"({"type": "Control", "scope": "#/properties/a/properties/b"})"));
  ASSERT_EQ(fields_in(html).size(), 1U) << html;
  EXPECT_TRUE(keeps_its_value(fields_in(html)[0])) << html;
}

// As somebody may write one elsewhere.
void draw_ticks(const tenon::form::element& asked, tenon::form::canvas& to) {
  to.begin_set(asked).raw("<select").field_attributes(asked).raw("></select><input type=\"checkbox\"");
  to.choice_attributes(asked, 0, "<").raw(">").end_set();
}

TEST(read_only_questions, are_so_with_a_renderer_that_says_nothing_of_it) {
  const std::array<tenon::form::renderer_row, 1> own{
      {{.name = "ticks", .extension = "x", .format = "ticks", .rank = 5, .render = &draw_ticks}}};
  const std::string html =
      drawing::html(drawing::plan(R"({"properties": {"q": {"format": "ticks", "readOnly": true}}})", {}, own));
  ASSERT_EQ(fields_in(html).size(), 2U) << html;
  for (const std::string_view tag : fields_in(html)) EXPECT_TRUE(keeps_its_value(tag)) << tag;
}

}  // namespace
