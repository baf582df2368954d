#include "tenon/form/render/position.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "../drawn.hpp"
#include "tenon/form/schema/schema_check.hpp"

using drawing::has;
using drawing::question;

namespace {

constexpr std::string_view bare = R"({"type": "object", "format": "gps", "title": "Where?"})";

// Of a text: the URI that it is kept as, or what is wrong.
std::string kept_as(std::vector<std::string> typed) {
  const std::vector<tenon::form::typed_position> said = tenon::form::positions_in(typed);
  if (said.empty()) return "nothing";
  const tenon::form::position_text read = tenon::form::position_of(said.front());
  return read.wrong.empty() ? read.uri : std::string(read.wrong);
}

std::vector<std::string> problems(const tenon::form::form_plan& of, std::string_view data) {
  std::vector<std::string> out;
  for (const tenon::form::data_finding& one : tenon::form::schema_check(of.schema()).problems_of(data))
    out.push_back(one.pointer + ": " + one.message);
  return out;
}

TEST(position, is_asked_for_by_a_labelled_number_for_each_part_where_the_schema_lists_none) {
  const std::string html = question(bare, "{}", R"({"q": {"latitude": -1.5, "longitude": 36}})");
  EXPECT_TRUE(has(html, "<fieldset class=\"question\" id=\"q0\">\n<legend>Where?</legend>")) << html;
  EXPECT_TRUE(has(html, R"(<label for="q1">Latitude</label>)")) << html;
  EXPECT_TRUE(has(html, R"( type="number" min="-90" max="90" step="any" id="q1" name="/q/latitude")")) << html;
  EXPECT_TRUE(has(html, R"( aria-describedby="q1-hint" value="-1.5">)")) << html;
  EXPECT_TRUE(has(html, R"(min="-180" max="180" step="any" id="q2" name="/q/longitude")")) << html;
  EXPECT_TRUE(has(html, R"( type="number" step="any" id="q3" name="/q/altitude" aria-)")) << html;
  EXPECT_TRUE(has(html, R"( type="number" min="0" step="any" id="q4" name="/q/accuracy" aria-)")) << html;
  EXPECT_FALSE(has(html, "needed") || has(html, "required") || has(html, "no renderer")) << html;
}

TEST(position, is_asked_for_wherever_the_format_is_said) {
  EXPECT_TRUE(has(question(R"({"type": "object"})", R"({"format": "gps"})"), R"(name="/q/latitude")"));
  EXPECT_TRUE(has(question(R"({"type": "object", "x-question-type": "gps"})"), R"(name="/q/latitude")"));
}

TEST(position, that_is_needed_needs_its_two_coordinates) {
  const std::string html = drawing::html(drawing::plan(
      R"({"required": ["q"], "properties": {"q": {"type": "object", "format": "gps", "title": "Where?"}}})"));
  EXPECT_TRUE(has(html, R"(name="/q/latitude" required)") && has(html, R"(name="/q/longitude" required)")) << html;
  EXPECT_FALSE(has(html, R"(name="/q/altitude" required)") || has(html, R"(name="/q/accuracy" required)")) << html;
}

TEST(position, has_the_parts_and_the_ranges_that_its_schema_lists) {
  const std::string html = question(R"({"type": "object", "format": "gps", "required": ["latitude"], "properties": {
      "longitude": {"type": "number", "title": "East", "minimum": 33, "maximum": 42},
      "latitude": {"type": "number", "title": "North"}, "site": {"type": "string"}}})");
  EXPECT_TRUE(has(html, R"(min="33" max="42" step="any" id="q1" name="/q/longitude")")) << html;
  EXPECT_TRUE(has(html, "<div class=\"row position\">") && has(html, R"(name="/q/site")")) << html;
  EXPECT_FALSE(has(html, "altitude") || has(html, "needed")) << "nobody has to say where: " << html;
}

TEST(position, that_is_read_only_is_so_in_all_its_parts) {
  const std::string html = question(R"({"type": "object", "format": "gps", "readOnly": true})");
  for (const char* name : {"latitude", "longitude", "altitude", "accuracy"})
    EXPECT_TRUE(has(html, std::string("name=\"/q/") + name + "\" readonly")) << html;
}

TEST(position, without_a_latitude_and_a_longitude_is_none) {
  const std::string html =
      question(R"({"type": "object", "format": "gps", "properties": {"latitude": {"type": "number"}}})");
  EXPECT_TRUE(has(html, "The format &#39;gps&#39; does not fit what this is")) << html;
}

TEST(position, is_held_to_what_a_position_is_though_its_schema_does_not_say_so) {
  const tenon::form::form_plan plan =
      drawing::plan(R"({"allOf": [{"required": ["name"]}], "properties": {"name": {"type": "string"}, "a~b/c": {
        "type": "object", "format": "gps"}}})");
  EXPECT_TRUE(problems(plan, R"({"name": "x", "a~b/c": {"latitude": 90, "longitude": -180}})").empty());
  EXPECT_EQ(problems(plan, R"({"name": "x", "a~b/c": {"latitude": 91, "longitude": -181, "accuracy": -1}})"),
            (std::vector<std::string>{"/a~0b~1c/accuracy: This has to be at least 0.",
                                      "/a~0b~1c/latitude: This has to be at most 90.",
                                      "/a~0b~1c/longitude: This has to be at least -180."}));
  EXPECT_EQ(problems(plan, R"({"name": "x", "a~b/c": {"altitude": 3, "longitude": 0}})"),
            (std::vector<std::string>{"/a~0b~1c/latitude: This is needed."}));
  EXPECT_EQ(problems(plan, "{}"), (std::vector<std::string>{"/name: This is needed."})) << "what was held to before";
}

TEST(position, whose_schema_lists_nothing_and_takes_nothing_else_is_an_error_that_says_what_to_do) {
  const auto errors = [](const std::string& more) {
    return drawing::plan(R"({"properties": {"q": {"type": "object", "format": "gps")" + more + "}}}").errors();
  };
  ASSERT_EQ(errors(R"(, "additionalProperties": false)").size(), 1U);
  EXPECT_TRUE(has(errors(R"(, "additionalProperties": false)")[0].message, "List a latitude and a longitude"));
  EXPECT_TRUE(errors(R"(, "additionalProperties": true)").empty());
  EXPECT_TRUE(errors(R"(, "additionalProperties": false, "properties": {"latitude": {"type": "number"},
      "longitude": {"type": "number"}})")
                  .empty());
}

TEST(position, is_held_to_it_inside_of_lists_and_groups) {
  const tenon::form::form_plan plan = drawing::plan(R"({"properties": {"trips": {"type": "array", "items": {
      "type": "object", "properties": {"stops": {"type": "array", "items": {"type": "object", "properties": {
        "at": {"type": "object", "properties": {"place": {"type": "object", "format": "gps"}}}}}}}}}}})");
  EXPECT_TRUE(
      problems(plan, R"({"trips": [{"stops": [{"at": {"place": {"latitude": 1, "longitude": 2}}}]}]})").empty());
  EXPECT_EQ(problems(plan, R"({"trips": [{}, {"stops": [{}, {"at": {"place": {"latitude": 99}}}]}]})"),
            (std::vector<std::string>{"/trips/1/stops/1/at/place/latitude: This has to be at most 90.",
                                      "/trips/1/stops/1/at/place/longitude: This is needed."}));
}

TEST(position, as_a_text_is_asked_for_by_the_same_parts) {
  const std::string html = question(R"({"type": "string", "format": "gps", "title": "Where?"})", "{}",
                                    R"({"q": "geo:-1.2921,36.8219;u=5"})");
  EXPECT_TRUE(has(html, "<legend>Where?</legend>")) << html;
  EXPECT_TRUE(has(html, R"(<label for="q0-latitude">Latitude</label>)")) << html;
  EXPECT_TRUE(has(html, R"(min="-90" max="90" class="latitude" id="q0-latitude" name="/q")")) << html;
  EXPECT_TRUE(has(html, R"(value="-1.2921">)") && has(html, R"(value="36.8219">)")) << html;
  EXPECT_TRUE(has(html, R"(id="q0-altitude" name="/q" aria-describedby="q0-altitude-hint" value="">)")) << html;
  EXPECT_TRUE(has(html, R"(id="q0-accuracy" name="/q" aria-describedby="q0-accuracy-hint" value="5">)")) << html;
}

TEST(position, as_a_text_shows_what_is_none_so_that_it_can_be_mended) {
  const std::string html =
      question(R"({"type": "string", "format": "gps"})", R"({"readonly": true})", R"({"q": "\"<here>"})");
  EXPECT_TRUE(has(html, R"(<input class="latitude" id="q0-latitude" name="/q" readonly)")) << html;
  EXPECT_TRUE(has(html, R"(value="&quot;&lt;here&gt;">)")) << html;
}

TEST(position, as_a_text_is_kept_as_a_uri_of_what_was_typed) {
  EXPECT_EQ(kept_as({"-1.2921", " +36.8219", "1661.5", "5"}), "geo:-1.2921,36.8219,1661.5;u=5");
  EXPECT_EQ(kept_as({"1e-7", "0", "", ""}), "geo:0.0000001,0");
  EXPECT_EQ(kept_as({"1", "2", "", "8"}), "geo:1,2;u=8") << "an altitude that is not known is none";
  EXPECT_EQ(kept_as({"", " ", "", ""}), "nothing");
  EXPECT_EQ(kept_as({"", "", "", "", "1", "2", "", ""}), "geo:1,2") << "a question may stand twice in a form";
}

TEST(position, as_a_text_may_be_sent_as_others_write_it) {
  EXPECT_EQ(kept_as({"geo:-1.50,36,7;u=5"}), "geo:-1.5,36,7;u=5");
  EXPECT_EQ(kept_as({" -1.5 36.0  7 5"}), "geo:-1.5,36,7;u=5");
  EXPECT_EQ(kept_as({"1 2"}), "geo:1,2");
  EXPECT_EQ(kept_as({"geo:1,2;crs=wgs84;u=3"}), "geo:1,2;u=3");
  EXPECT_EQ(kept_as({"geo:1,2;u=3;x=y"}), "geo:1,2;u=3");
}

TEST(position, as_a_text_says_which_part_is_wrong) {
  EXPECT_EQ(kept_as({"x", "2", "", ""}), "The latitude is not a number, as in -1.2921.");
  EXPECT_EQ(kept_as({"1", "2", "nan", ""}), "The altitude is not a number, as in 1661.");
  EXPECT_EQ(kept_as({"90.1", "2", "", ""}), "The latitude has to be between -90 and 90.");
  EXPECT_EQ(kept_as({"1", "-180.1", "", ""}), "The longitude has to be between -180 and 180.");
  EXPECT_EQ(kept_as({"1", "2", "", "-1"}), "The accuracy has to be at least 0.");
  EXPECT_EQ(kept_as({"", "2", "", ""}), "The latitude is needed too.");
  EXPECT_EQ(kept_as({"1", "", "3", ""}), "The longitude is needed too.");
  for (const char* text : {"here", "geo:1,2;crs=mars", "geo:1,2,3,4", "geo:1,,2", "1,2", "1 2 3 4 5", "geo:", "geo:1,"})
    EXPECT_FALSE(kept_as({text}).starts_with("geo:")) << text;
}

TEST(built_in_renderers, ask_for_what_a_code_says_in_a_line_of_text_that_a_script_finds) {
  const std::string html = question(R"({"type": "string", "format": "qrcode", "title": "Tag"})",
                                    R"({"placeholder": "A-1"})", R"({"q": "A<1"})");
  EXPECT_TRUE(has(html, R"(<label for="q0">Tag</label>)")) << html;
  EXPECT_TRUE(has(html, R"(<input type="text" class="qrcode" autocomplete="off" id="q0" name="/q" placeholder="A-1")"))
      << html;
  EXPECT_TRUE(has(html, R"(value="A&lt;1">)") && !has(html, "no renderer")) << html;
}

}  // namespace
