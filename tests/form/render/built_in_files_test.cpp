#include "tenon/form/render/built_in_files.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

#include "../drawn.hpp"
#include "tenon/form/render/canvas.hpp"
#include "tenon/form/render/renderer_row.hpp"

using drawing::has;
using drawing::question;

namespace {

struct own_photo {
  static constexpr auto renderer = tenon::renderer{.format = "photo"};
  static void render(const tenon::form::element&, tenon::form::canvas& to) { to.raw("<b>own</b>"); }
};

std::string of_format(const std::string& format, std::string_view type = "object") {
  return question(R"({"type": ")" + std::string(type) + R"(", "title": "Q", "format": ")" + format + "\"}");
}

TEST(renderers_of_files, ask_for_what_a_browser_knows_by_its_kind) {
  EXPECT_TRUE(
      has(of_format("photo"), R"(<input type="file" accept="image/*" capture="environment" id="q0" name="/q">)"))
      << of_format("photo");
  EXPECT_TRUE(has(of_format("image"), R"(<input type="file" accept="image/*" id="q0" name="/q">)"));
  EXPECT_TRUE(has(of_format("signature"), R"(<input type="file" class="signature" accept="image/*" id="q0")"));
  EXPECT_TRUE(has(of_format("audio"), R"(<input type="file" accept="audio/*" id="q0" name="/q">)"));
  EXPECT_TRUE(has(of_format("video"), R"(<input type="file" accept="video/*" id="q0" name="/q">)"));
  for (const char* any : {"select_file", "file"})
    EXPECT_TRUE(has(of_format(any), R"(<label for="q0">Q</label>)") &&
                has(of_format(any), R"(<input type="file" id="q0" name="/q">)"))
        << any;
}

TEST(renderers_of_files, draw_an_object_a_text_and_what_says_no_type) {
  EXPECT_TRUE(has(of_format("photo", "string"), R"(type="file")"));
  EXPECT_TRUE(has(question(R"({"format": "photo"})"), R"(type="file")"));
  const std::string with_parts =
      question(R"({"type": "object", "format": "photo", "properties": {"name": {"type": "string"}}})");
  EXPECT_TRUE(has(with_parts, R"(type="file")")) << with_parts;
  EXPECT_FALSE(has(with_parts, R"(name="/q/name")")) << with_parts;
  EXPECT_FALSE(has(of_format("photo", "integer"), "<input")) << of_format("photo", "integer");
}

TEST(renderers_of_files, say_that_an_answer_is_needed_and_what_is_wrong_with_it) {
  const auto plan = drawing::plan(R"({"required": ["q"], "properties": {"q": {"format": "photo"}}})");
  const std::array answers{tenon::form::answer{.problems = {"It is <empty>."}}};
  const std::string html = draw_form(plan, answers, {}, "/forms/visit").html;
  EXPECT_TRUE(has(html, R"(name="/q" required aria-invalid="true")") || has(html, R"(name="/q" required aria-)"))
      << html;
  EXPECT_TRUE(has(html, "It is &lt;empty&gt;.")) << html;
}

TEST(renderers_of_files, say_what_was_chosen_for_it_has_to_be_chosen_again) {
  const std::string html =
      question(R"({"type": "object", "format": "photo"})", "{}", R"({"q": {"id": "1", "name": "<a>.png"}})");
  EXPECT_TRUE(
      has(html, R"(<p class="note again">You chose '&lt;a&gt;.png'. A page cannot keep a file: choose it again.</p>)"))
      << html;
  EXPECT_FALSE(has(of_format("photo"), "again"));
}

TEST(renderers_of_files, give_no_field_to_what_can_only_be_read) {
  EXPECT_TRUE(has(question(R"({"format": "photo", "readOnly": true})"), " disabled"));
}

TEST(renderers_of_files, leave_a_format_that_an_extension_draws_to_it) {
  static constexpr std::array brought{tenon::form::row_of_renderer<own_photo>("own")};
  const auto plan = drawing::plan(R"({"properties": {"q": {"type": "string", "format": "photo"}}})", {}, brought);
  EXPECT_TRUE(has(drawing::html(plan), "<b>own</b>"));
  EXPECT_FALSE(plan.has_files());
}

TEST(forms_with_files, alone_are_sent_as_parts) {
  EXPECT_TRUE(has(of_format("audio"), R"( action="/forms/visit" enctype="multipart/form-data">)"))
      << of_format("audio");
  const auto plain = drawing::plan(R"({"properties": {"q": {"type": "string"}}})");
  EXPECT_FALSE(has(drawing::html(plain), "enctype"));
  const auto computed = drawing::plan(
      R"({"properties": {"q": {"type": "string", "format": "photo", "x-computed": {"function": "none"}}}})");
  EXPECT_FALSE(computed.has_files());
}

}  // namespace
