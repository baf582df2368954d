// Forms that ask where something is, and what a code says.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "kept_forms.hpp"
#include "stage.hpp"
#include "submitted.hpp"

using stage::answer;
using stage::has;
using stage::read;

namespace {

constexpr std::string_view text_schema = R"({"type": "string", "format": "gps"})";
constexpr std::string_view object_schema = R"({"type": "object", "format": "gps"})";

std::string of_object(std::string_view encoded) { return answer(std::string(object_schema), encoded); }
std::string of_text(std::string_view encoded) { return answer(std::string(text_schema), encoded); }

TEST(position_sent, is_an_object_of_the_numbers_that_were_typed) {
  EXPECT_EQ(of_object("/q/latitude=-1.2921&/q/longitude=36.8219&/q/altitude=1661&/q/accuracy=4.5"),
            R"({"q":{"accuracy":4.5,"altitude":1661,"latitude":-1.2921,"longitude":36.8219}})");
  EXPECT_EQ(of_object("/q/latitude=1&/q/longitude=2&/q/altitude=&/q/accuracy="),
            R"({"q":{"latitude":1,"longitude":2}})");
  EXPECT_EQ(of_object("/q/latitude=&/q/longitude=&/q/altitude=&/q/accuracy="), "{}");
}

TEST(position_sent, says_what_is_wrong_at_the_field_of_each_part) {
  const auto said = read(R"({"properties": {"q": {"type": "object", "format": "gps"}}})",
                         "/q/latitude=91&/q/longitude=x&/q/altitude=&/q/accuracy=-1");
  ASSERT_EQ(said.answers.size(), 4U);
  EXPECT_EQ(said.answers[0].problems, std::vector<std::string>{"This has to be at most 90."});
  EXPECT_EQ(said.answers[1].problems, std::vector<std::string>{"This is not a number, as in 1.5."});
  EXPECT_EQ(said.answers[3].problems, std::vector<std::string>{"This has to be at least 0."});
  EXPECT_TRUE(said.problems.empty());
  EXPECT_EQ(of_object("/q/accuracy=3"), "This is needed.") << "an accuracy alone is of no place";
}

TEST(position_sent, is_missing_at_its_two_coordinates_where_it_is_needed) {
  stage::scene on(
      R"({"required": ["at"], "properties": {"at": {"type": "object", "format": "gps", "title": "Where"}}})");
  const tenon::response wrong = on.post("/forms/visit", "/at/latitude=&/at/longitude=&/at/altitude=&/at/accuracy=");
  const std::string page(wrong.body.view());
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(has(page, ">Where, Latitude</a>: This is needed.")) << page;
  EXPECT_TRUE(has(page, ">Where, Longitude</a>: This is needed.")) << page;
  EXPECT_FALSE(has(page, "Altitude</a>") || has(page, "<li>At: ")) << page;
  const std::string half(on.post("/forms/visit", "/at/latitude=x&/at/altitude=7").body.view());
  EXPECT_TRUE(has(half, ">Where, Latitude</a>: This is not a number, as in 1.5.</li>")) << half;
  EXPECT_TRUE(has(half, ">Where, Longitude</a>: This is needed.")) << half;
  EXPECT_TRUE(has(half, R"(value="x")") && has(half, R"(value="7")")) << "what was typed stays: " << half;
  EXPECT_EQ(on.post("/forms/visit", "/at/latitude=1&/at/longitude=2").status, 303);
}

TEST(position_sent, that_is_needed_by_its_form_alone_is_missing_at_what_its_own_schema_lists) {
  const auto said = read(R"({"required": ["q"], "properties": {"q": {"type": "object", "format": "gps", "properties": {
      "longitude": {"type": "number"}, "latitude": {"type": "number", "maximum": 5}}}}})",
                         "/q/latitude=");
  ASSERT_EQ(said.answers.size(), 2U);
  EXPECT_EQ(said.answers[0].problems, std::vector<std::string>{"This is needed."});
  EXPECT_EQ(said.answers[1].problems, std::vector<std::string>{"This is needed."});
}

TEST(position_sent_as_text, is_a_uri_of_all_its_fields) {
  EXPECT_EQ(of_text("/q=-1.2921&/q=36.8219&/q=1661&/q=4.5"), R"({"q":"geo:-1.2921,36.8219,1661;u=4.5"})");
  EXPECT_EQ(of_text("/q=&/q=&/q=&/q="), "{}");
  EXPECT_EQ(of_text("/q=geo:1,2"), R"({"q":"geo:1,2"})");
  EXPECT_EQ(of_text("/q=1&/q=2&/q=&/q=&/q=1&/q=2&/q=&/q="), R"({"q":"geo:1,2"})");
  EXPECT_EQ(of_text("/q=1&/q=2&/q=&/q=&/q=1&/q=3&/q=&/q="), "This was answered twice, and not alike.");
  EXPECT_EQ(of_text("/q=91&/q=2&/q=&/q="), "The latitude has to be between -90 and 90.");
  EXPECT_EQ(of_text("/q=1&/q=&/q=&/q="), "The longitude is needed too.");
  EXPECT_EQ(of_text("/q=%FF&/q=2&/q=&/q="), "This is not a text in UTF-8.");
}

TEST(position_sent_as_text, comes_back_as_it_was_typed) {
  stage::scene on(R"({"required": ["q"], "properties": {"q": {"type": "string", "format": "gps", "title": "Where"}}})");
  const tenon::response wrong = on.post("/forms/visit", "/q=91&/q=2&/q=&/q=30");
  const std::string page(wrong.body.view());
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(has(page, "<strong>Wrong:</strong> The latitude has to be between -90 and 90.")) << page;
  for (const char* value : {R"(value="91">)", R"(value="2">)", R"(value="">)", R"(value="30">)"})
    EXPECT_TRUE(has(page, value)) << value << page;
  EXPECT_TRUE(has(on.post("/forms/visit", "/q=&/q=&/q=&/q=").body.view(), ">Where</a>: This is needed."));
}

TEST(position_in_a_list, has_its_fields_and_its_problems_in_each_entry) {
  stage::scene on(R"({"properties": {"stops": {"type": "array", "title": "Stops", "items": {"type": "object",
      "title": "Stop", "required": ["at"], "properties": {"at": {"type": "object", "format": "gps", "title": "Where"},
      "text": {"type": "string", "format": "gps", "title": "Seen from"}}}}}})");
  const std::string page(on.post("/forms/visit", "add=/stops").body.view());
  EXPECT_TRUE(has(page, R"(name="/stops/0/at/latitude" required)") && has(page, R"(name="/stops/0/text")")) << page;
  const tenon::response wrong =
      on.post("/forms/visit", "/stops=2&/stops/0/at/latitude=1&/stops/0/at/longitude=200&/stops/1/text=1 2");
  const std::string said(wrong.body.view());
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(has(said, ">Stop 1, Where, Longitude</a>: This has to be at most 180.")) << said;
  EXPECT_TRUE(has(said, ">Stop 2, Where, Latitude</a>: This is needed.")) << said;
  EXPECT_FALSE(has(said, ">Stops</a>")) << said;
  EXPECT_EQ(read(R"({"properties": {"stops": {"type": "array", "items": {"type": "object", "properties": {
      "at": {"type": "object", "format": "gps"}, "text": {"type": "string", "format": "gps"}}}}}})",
                 "/stops=1&/stops/0/at/latitude=1&/stops/0/at/longitude=2&/stops/0/text=3&/stops/0/text=4"
                 "&/stops/0/text=&/stops/0/text=")
                .data,
            R"({"stops":[{"at":{"latitude":1,"longitude":2},"text":"geo:3,4"}]})");
}

TEST(position_and_rules, are_kept_to_both_ways) {
  stage::scene on(R"({"required": ["at"], "properties": {"has": {"type": "boolean"}, "note": {"type": "string"},
      "at": {"type": "object", "format": "gps"}, "text": {"type": "string", "format": "gps"}}})",
                  R"({"type": "VerticalLayout", "elements": [
      {"type": "Control", "scope": "#/properties/has"},
      {"type": "Control", "scope": "#/properties/at", "rule": {"effect": "SHOW", "condition":
        {"scope": "#/properties/has", "expectedValue": true}}},
      {"type": "Control", "scope": "#/properties/text", "rule": {"effect": "SHOW", "condition":
        {"scope": "#/properties/has", "expectedValue": true}}},
      {"type": "Control", "scope": "#/properties/note", "rule": {"effect": "SHOW", "condition":
        {"scope": "#/properties/at/properties/latitude", "schema": {"exclusiveMaximum": 0, "type": "number"}}}}]})");
  EXPECT_EQ(on.post("/forms/visit", "/note=").status, 303) << "what is hidden is not missed";
  const std::string hidden(
      on.post("/forms/visit", "update=&looks=hhh&/at/latitude=5&/text=1&/text=2&/text=&/text=9").body.view());
  EXPECT_TRUE(has(hidden, R"(<input type="hidden" name="/at/latitude" value="5">)")) << hidden;
  EXPECT_TRUE(has(hidden, R"(<input type="hidden" name="/text" value="9">)")) << hidden;
  EXPECT_FALSE(has(hidden, "class=\"row position\"")) << hidden;
  const auto asks_for_note = [&](const std::string& latitude) {
    return has(on.post("/forms/visit", "update=&/has=true&/at/longitude=1&/at/latitude=" + latitude).body.view(),
               ">Note</label>");
  };
  EXPECT_TRUE(asks_for_note("-3"));
  EXPECT_FALSE(asks_for_note("3"));
}

TEST(position_and_functions, are_told_a_part_of_it_and_all_of_it) {
  stage::scene on(R"({"properties": {"at": {"type": "object", "format": "gps"},
      "which": {"type": "string", "x-dynamicEnum": {"function": "echo", "params": {"word": "at {{data.at.latitude}}"}}},
      "all": {"type": "string", "x-dynamicEnum": {"function": "echo", "params": {"word": "is {{data.at}}"}}}}})");
  const std::string page(on.post("/forms/visit", "update=&/at/latitude=-3.5&/at/longitude=1").body.view());
  EXPECT_TRUE(has(page, R"(<option value="at -3.5">)")) << page;
  EXPECT_TRUE(has(page, "is {&quot;latitude&quot;:-3.5,&quot;longitude&quot;:1}")) << page;
  EXPECT_FALSE(has(on.get("/forms/visit/init").body.view(), "function_load_error"));
}

TEST(code_sent, is_the_text_that_was_typed) {
  EXPECT_EQ(answer(R"({"type": "string", "format": "qrcode"})", "/q=A-1%20%3Cx%3E"), R"({"q":"A-1 <x>"})");
  EXPECT_EQ(answer(R"({"type": "string", "format": "qrcode", "pattern": "^A"})", "/q=B"),
            "This has to be written as the pattern ^A says.");
}

class kept_positions : public stage::kept_forms {
 protected:
  kept_positions() {
    stage::write(std::filesystem::path(folder_.path()) / "bundle" / "forms" / "visit" / "schema.json",
                 R"({"properties": {"at": {"type": "object", "format": "gps", "title": "Where"},
                   "text": {"type": "string", "format": "gps", "title": "Seen from"},
                   "tag": {"type": "string", "format": "qrcode", "title": "Tag"}}})");
  }
};

TEST_F(kept_positions, are_shown_by_their_coordinates_and_have_a_column_for_each_part) {
  auto on = started();
  ASSERT_EQ(send(*on, "/at/latitude=-1.5&/at/longitude=36&/at/accuracy=4&/text=-1 2&/tag=A-1").status, 303);
  const std::string all(see(*on, "/forms/visit/observations").body.view());
  EXPECT_TRUE(has(all, "<td>-1.5, 36</td><td>geo:-1,2</td><td>A-1</td>")) << all;
  const std::string page(see(*on, "/forms/visit/observations/1").body.view());
  EXPECT_TRUE(has(page, "<th scope=\"row\">Where, Latitude</th><td>-1.5</td>")) << page;
  EXPECT_TRUE(has(page, "<th scope=\"row\">Where, Altitude</th><td></td>")) << page;
  EXPECT_TRUE(has(page, "<th scope=\"row\">Seen from</th><td>geo:-1,2</td>")) << page;
  const std::string table = all_of(*on, "/forms/visit/observations.csv");
  EXPECT_TRUE(
      table.starts_with("id,received_at,actor,form_version,at.latitude,at.longitude,at.altitude,at.accuracy,"
                        "text,tag\r\n"))
      << table;
  EXPECT_TRUE(has(table, ",-1.5,36,,4,\"geo:-1,2\",A-1\r\n")) << table;
  const std::string lines = all_of(*on, "/forms/visit/observations.jsonl");
  EXPECT_TRUE(
      has(lines, R"("data":{"at":{"accuracy":4,"latitude":-1.5,"longitude":36},"tag":"A-1","text":"geo:-1,2"})"))
      << lines;
}

}  // namespace
