// What is told of a bundle, to people and to programs.
#include <gtest/gtest.h>

#include <string>

#include "tenon/form/report.hpp"

namespace {

using tenon::form::report;

TEST(a_report, as_json_has_the_shape_that_programs_read) {
  report found;
  found.error({"a \"b\"", "forms/ext.json", "/renderers/k", 3, "Do this."});
  found.warning({.message = "w"});
  found.info = {4, 3, 2, true};
  EXPECT_EQ(
      to_json(found),
      R"({"valid":false,"errors":[{"message":"a \"b\"","file":"forms/ext.json","pointer":"/renderers/k","line":3}],)"
      R"("warnings":[{"message":"w","file":"","pointer":"","line":0}],)"
      R"("info":{"file_count":4,"form_count":3,"renderer_count":2,"has_app_index":true}})");
  EXPECT_EQ(to_json(report()), R"({"valid":true,"errors":[],"warnings":[],)"
                               R"("info":{"file_count":0,"form_count":0,"renderer_count":0,"has_app_index":false}})");
}

TEST(a_report, for_people_says_where_what_and_what_to_do) {
  report found;
  found.error({"wrong", "forms/ext.json", "/renderers/k", 3, "Do this."});
  found.error({.message = "missing", .file = "app/index.html"});
  found.warning({.message = "odd"});
  EXPECT_EQ(to_text(found),
            "forms/ext.json:3: error: wrong\n    Do this.\napp/index.html: error: missing\nwarning: odd\n");
}

TEST(a_report, has_notes_behind_all_else_and_in_its_info_and_is_valid_with_them) {
  report found;
  found.note({"goes before", "forms/visit/ext.json", "/renderers/k", 2});
  found.warning({.message = "odd"});
  EXPECT_TRUE(found.valid());
  EXPECT_EQ(to_text(found), "warning: odd\nforms/visit/ext.json:2: note: goes before\n");
  EXPECT_TRUE(to_json(found).ends_with(
      R"("has_app_index":false,"notes":[{"message":"goes before","file":"forms/visit/ext.json",)"
      R"("pointer":"/renderers/k","line":2}]}})"))
      << to_json(found);
  report many;
  for (int i = 0; i < 1'005; ++i) many.note({.message = "n"});
  EXPECT_EQ(many.notes().size(), 1'000U);
  EXPECT_TRUE(many.valid());
}

TEST(a_report, for_people_cannot_lead_a_terminal_astray) {
  report found;
  found.error({.message = "a\x1b[2Jb\nc\x7f", .file = "x\r"});
  EXPECT_EQ(to_text(found), "x\\x0d: error: a\\x1b[2Jb\\x0ac\\x7f\n");
}

TEST(a_report, for_people_writes_what_would_turn_a_line_around_as_bytes_and_leaves_every_script_alone) {
  report found;
  found.error({.message = "a\xC2\x9B"
                          "2J\xE2\x80\xAE"
                          "gpj.exe\xE2\x81\xA9\xE2\x80\xA8"
                          "b"});
  found.error({.message = "\xC2\xA0\xC3\xA9 \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xE2\x80\x9C\xE2\x82\xAC"});
  EXPECT_EQ(to_text(found),
            "error: a\\xc2\\x9b2J\\xe2\\x80\\xaegpj.exe\\xe2\\x81\\xa9\\xe2\\x80\\xa8b\n"
            "error: \xC2\xA0\xC3\xA9 \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xE2\x80\x9C\xE2\x82\xAC\n");
}

TEST(a_report, ends_with_a_word_about_the_rest_where_there_is_too_much) {
  report many;
  for (int i = 0; i < 10'005; ++i) many.error({.message = "e"});
  ASSERT_EQ(many.errors().size(), 10'001U);
  EXPECT_EQ(many.errors().back().message, "there are more findings than are listed here");
  report large;
  for (int i = 0; i < 20; ++i) large.warning({.message = std::string(std::size_t{1} << 20U, 'x')});
  EXPECT_EQ(large.warnings().size(), 16U);
  EXPECT_EQ(large.errors().size(), 1U);
}

TEST(a_report, takes_another_behind_itself) {
  report one, other;
  one.error({.message = "a"});
  other.error({.message = "b"});
  other.warning({.message = "c"});
  other.note({.message = "d"});
  one.append(other);
  EXPECT_EQ(one.errors()[1].message, "b");
  EXPECT_EQ(one.warnings()[0].message, "c");
  EXPECT_EQ(one.notes().at(0).message, "d");
}

TEST(what_is_shown, is_cut_between_characters) {
  EXPECT_EQ(tenon::form::shown("short"), "short");
  EXPECT_EQ(tenon::form::shown(std::string(199, 'x') + "\xc3\xa9"
                                                       "yy"),
            std::string(199, 'x') + "...");
}

}  // namespace
