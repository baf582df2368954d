#include "../observation_pages.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "stage.hpp"
#include "tenon/form/plan/form_init_data.hpp"
#include "tenon/form/plan/form_plan.hpp"

using stage::has;
using tenon_forms::observation;
using tenon_forms::ready_form;

namespace {

ready_form form_of(std::string_view schema) {
  tenon::form::form_init_data of{.form = "a b"};
  of.schema.text = schema;
  ready_form out;
  out.name = "a b";
  out.title = "A <visit>";
  out.plan = std::make_unique<const tenon::form::form_plan>(of, std::span<const tenon::form::renderer_row>());
  return out;
}
constexpr std::string_view schema = R"({"definitions": {"own": {"title": "Kind", "enum": ["x"]}}, "properties": {
    "zone": {"type": "string", "title": "Zone <1>"}, "is_dry": {"type": "boolean"},
    "kind": {"$ref": "#/definitions/own"}, "birds": {"type": "array", "items": {"enum": ["a", "b"]}},
    "house": {"type": "object", "title": "House", "properties": {"rooms": {"type": "integer", "title": "Rooms"}}}}})";
observation one_of(std::string_view data) {
  return {.id = 7,
          .received_at = "2026-11-27T08:30:05.123Z",
          .actor = "<ada>",
          .form_version = "v<1>",
          .data = std::string(data)};
}
std::string table_with(std::string_view data) {
  const observation one = one_of(data);
  return observations_page(form_of(schema), {.observations = {&one, 1}});
}

TEST(observation_pages, have_a_column_for_each_property_at_the_top_of_the_schema_in_its_order) {
  const std::string page =
      table_with(R"({"birds": ["a", "b"], "house": {"rooms": 3}, "is_dry": true, "zone": "north"})");
  EXPECT_TRUE(has(page,
                  R"(<thead><tr><th scope="col">Number</th><th scope="col">Received</th><th scope="col">Sent by</th>)"
                  R"(<th scope="col">Zone &lt;1&gt;</th><th scope="col">Is dry</th><th scope="col">Kind</th>)"
                  R"(<th scope="col">Birds</th><th scope="col">House</th></tr></thead>)"))
      << page;
  EXPECT_TRUE(has(page, R"(<tr><th scope="row"><a href="/forms/a%20b/observations/7">7</a></th>)"
                        R"(<td><time datetime="2026-11-27T08:30:05.123Z">2026-11-27 08:30:05 UTC</time></td>)"
                        R"(<td>&lt;ada&gt;</td><td>north</td><td>yes</td><td></td><td>a, b</td>)"
                        R"(<td>{&quot;rooms&quot;:3}</td></tr>)"))
      << page;
}

TEST(observation_pages, show_the_beginning_of_a_long_value_and_cut_no_character) {
  const std::string ninety = std::string(59, 'x') + "\u00e4" + std::string(30, 'y');
  const std::string page = table_with("{\"zone\": \"" + ninety + "\"}");
  EXPECT_TRUE(has(page, "<td>" + std::string(59, 'x') + "\u00e4\u2026</td>")) << page;
  EXPECT_TRUE(has(table_with("{\"zone\": \"" + std::string(60, 'x') + "\"}"), "<td>" + std::string(60, 'x') + "</td>"));
}

TEST(observation_pages, show_nothing_foreign_as_markup) {
  const std::string_view evil =
      R"({"zone": "<script>\"'&", "birds": ["<b>"], "house": {"<i>": "<u>"}, "other": "<s>"})";
  const observation one = one_of(evil);
  for (const std::string& page : {table_with(evil), observation_page(form_of(schema), one)})
    for (const std::string_view tag : {"<script", "<b>", "<i>", "<u>", "<s>", "<visit>", "<ada>", "v<1>", "Zone <1>"})
      EXPECT_FALSE(has(page, tag)) << tag << page;
}

TEST(observation_pages, have_no_table_where_nothing_was_sent) {
  const std::string page = observations_page(form_of(schema), {});
  EXPECT_TRUE(has(page, "Nothing yet.")) << page;
  EXPECT_TRUE(has(observations_page(form_of(schema), {.is_newest = false}), "Nothing older."));
  EXPECT_FALSE(has(page, "<table")) << page;
}

TEST(observation_pages, show_one_whole_by_the_questions_of_the_form) {
  const std::string long_text(500, 'x');
  const observation one = one_of("{\"house\":{\"rooms\":3},\"zone\":\"" + long_text + "\",\"gone\":1}");
  const std::string page = observation_page(form_of(schema), one);
  EXPECT_TRUE(has(page, R"(<a href="/forms/a%20b/observations">)")) << page;
  EXPECT_TRUE(has(page, "<tr><th scope=\"row\">Zone &lt;1&gt;</th><td>" + long_text + "</td></tr>")) << page;
  EXPECT_TRUE(has(page, R"(<tr><th scope="row">Rooms</th><td>3</td></tr>)")) << page;
  EXPECT_TRUE(has(page, R"(&quot;gone&quot;:1}</code></pre>)")) << page;
}

TEST(observation_pages, are_shown_where_what_is_kept_cannot_be_read) {
  EXPECT_TRUE(has(table_with("{"), R"(/observations/7">7</a>)"));
}

}  // namespace
