// What browsers tell of scripts that fail there.
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "stage.hpp"

using stage::has;
using stage::header;
using stage::scene;

namespace {

constexpr std::string_view asks_for_moons = R"({"properties": {"moons": {"type": "integer", "format": "moons"},
    "all": {"type": "array", "items": {"type": "object", "properties": {"moons": {"format": "moons"}}}}}})";
constexpr std::string_view brings_moons = R"({"renderers": {
    "moons": {"name": "Moons", "format": "moons", "module": "fields/moons.js"},
    "gone": {"name": "Gone", "format": "gone", "module": "fields/gone.js"}}})";

std::string json_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out += '"';
}

struct failures_in_browsers : testing::Test {
  failures_in_browsers() {
    on.settings.bundle_modules = true;
    stage::write(on.root() / "forms/ext.json", brings_moons);
    stage::write(on.root() / "fields/moons.js", "");
  }
  struct told {
    std::string kind = "load", message = "no moon today", renderer = "moons", path = "/moons", address{},
                origin = "http://localhost", form = "visit", from = "10.0.0.1";
  };
  int tell(const told& what) {
    std::string body = std::string(R"({"address":)").append(json_text(what.address.empty() ? address() : what.address));
    body.append(R"(,"renderer":)").append(json_text(what.renderer)).append(R"(,"kind":)").append(json_text(what.kind));
    body.append(R"(,"path":)")
        .append(json_text(what.path))
        .append(R"(,"message":")")
        .append(what.message)
        .append("\"}");
    return send(body, what).status;
  }
  tenon::response send(std::string_view body, const told& what) {
    const std::string path = std::string("/forms/").append(what.form).append("/failures");
    const std::array headers{tenon::header{"Host", "localhost"}, tenon::header{"Origin", what.origin}};
    return on.on().send({.method = tenon::method::post,
                         .method_name = "POST",
                         .target = path,
                         .path = path,
                         .headers = {headers.data(), what.origin.empty() ? 1U : 2U},
                         .body = body,
                         .remote_address = what.from});
  }
  // Below which the page finds modules.
  std::string address() {
    const std::string html(on.get("/forms/visit").body.view());
    const std::size_t at = html.find("/forms/visit/modules/");
    return at == std::string::npos ? std::string() : html.substr(at, html.find('&', at) - at);
  }
  std::string data(std::string_view form = "visit") {
    return std::string(on.get(std::string("/forms/").append(form).append("/init")).body.view());
  }
  std::vector<std::string> logged() {
    std::vector<std::string> out;
    for (const tenon::testing::log_line& one : on.on().logs())
      if (has(one.message, "a browser tells")) out.push_back(one.message);
    return out;
  }
  scene on{asks_for_moons};
};

TEST_F(failures_in_browsers, are_logged_once_of_each_kind_and_stand_in_the_data_of_the_form) {
  on.add("other", asks_for_moons, R"({"type": "Control", "scope": "#"})");
  const tenon::response before = on.get("/forms/visit/init");
  const std::string tag = header(before, "ETag");
  EXPECT_EQ(tell({}), 204);
  EXPECT_EQ(tell({.message = "no moon tomorrow"}), 204) << "known already";
  EXPECT_EQ(logged(), std::vector<std::string>{"form visit: a browser tells of a renderer_load_error of moons "
                                               "(fields/moons.js, for /moons): \"no moon today\""});
  EXPECT_TRUE(has(data(), R"({"type":"renderer_load_error","message":"Failed to load renderer moons: no moon today",)"
                          R"("details":"fields/moons.js, for /moons, as a browser tells"}]}})"))
      << data();
  EXPECT_FALSE(has(data(), "tomorrow"));
  EXPECT_FALSE(has(data("other"), "no moon"));
  EXPECT_EQ(tell({.kind = "draw", .message = "clouds"}), 204);
  EXPECT_EQ(tell({.kind = "test", .message = "stars"}), 204);
  EXPECT_EQ(logged().size(), 3U);
  EXPECT_TRUE(has(data(), "clouds") && has(data(), "stars") && has(data(), "no moon today")) << data();
  const std::array kept{tenon::header{"If-None-Match", tag}};
  EXPECT_EQ(on.get("/forms/visit/init", kept).status, 200) << "it is another text";
}

TEST_F(failures_in_browsers, are_heard_from_pages_of_this_server_alone) {
  for (const char* origin :
       {"", "null", "http://evil.example", "http://localhost:81", "https://localhost.evil.example"})
    EXPECT_EQ(tell({.origin = origin}), 403) << origin;
  EXPECT_TRUE(logged().empty());
  EXPECT_FALSE(has(data(), "no moon"));
}

TEST_F(failures_in_browsers, are_of_what_a_page_of_this_version_was_offered_and_nothing_else) {
  on.add("plain", "{}", "{}");
  EXPECT_EQ(tell({.form = "nobody"}), 404);
  EXPECT_EQ(tell({.address = "/forms/visit/modules/0123/"}), 404) << "another version";
  EXPECT_EQ(tell({.renderer = "suns"}), 404);
  EXPECT_EQ(tell({.renderer = "gone"}), 404) << "the server knows of it, and no page was told to import it";
  EXPECT_EQ(tell({.kind = "sing"}), 400);
  for (const char* body : {"", "{", "[]", "{}", R"({"address":1})", "\xff"})
    EXPECT_EQ(send(body, {}).status, 400) << body;
  EXPECT_TRUE(logged().empty());
}

TEST_F(failures_in_browsers, are_of_no_form_where_no_script_may_draw) {
  on.settings.bundle_modules = false;
  EXPECT_EQ(tell({.address = "/forms/visit/modules//"}), 404);
}

// Anybody may tell anything.
TEST_F(failures_in_browsers, cannot_make_lines_of_the_log) {
  EXPECT_EQ(tell({.message = R"(a\nform visit: forged\r\u0007\u202eb \"c\" \u001b[2J\u2028)"}), 204);
  ASSERT_EQ(logged().size(), 1U);
  const std::string line = logged().front();
  for (const char c : line) EXPECT_GE(static_cast<unsigned char>(c), 0x20U) << line;
  EXPECT_FALSE(has(line, "\u202e") || has(line, "\u2028")) << line;
  EXPECT_TRUE(line.ends_with(R"(: "a\x0aform visit: forged\x0d\x07\xe2\x80\xaeb \x22c\x22 \x1b[2J\xe2\x80\xa8")"))
      << line;
  EXPECT_EQ(tell({.kind = "draw", .message = std::string(1'000, 'x')}), 204);
  EXPECT_LT(logged().back().size(), 350U);
}

TEST_F(failures_in_browsers, name_a_question_that_the_form_asks_and_no_other_words) {
  EXPECT_EQ(tell({.path = "/forged"}), 204);
  EXPECT_EQ(logged(), std::vector<std::string>{"form visit: a browser tells of a renderer_load_error of moons "
                                               "(fields/moons.js): \"no moon today\""});
}

TEST_F(failures_in_browsers, are_short_and_few) {
  EXPECT_EQ(tell({.message = std::string(5'000, 'x')}), 413);
  for (int i = 0; i < 29; ++i) EXPECT_EQ(tell({}), 204) << i;  // that one counts where it comes from
  EXPECT_EQ(tell({.from = "10.0.0.2"}), 204);
  int refused = 0;
  for (int i = 0; i < 3; ++i) refused += tell({}) == 429 ? 1 : 0;
  EXPECT_GE(refused, 2);
  EXPECT_EQ(logged().size(), 1U);
}

TEST_F(failures_in_browsers, are_kept_up_to_a_hundred_of_a_form) {
  std::string all = R"({"renderers": {)";
  for (int i = 0; i < 40; ++i)
    all.append(i == 0 ? "\"r" : ",\"r")
        .append(std::to_string(i))
        .append(R"(": {"name": "R", "format": ")")
        .append(i == 0 ? "moons" : "f" + std::to_string(i))
        .append(R"(", "module": "fields/moons.js"})");
  stage::write(on.root() / "forms/ext.json", all.append("}}"));
  for (int i = 0; i < 40; ++i)
    for (const char* kind : {"load", "test", "draw"})
      EXPECT_EQ(tell({.kind = kind, .renderer = "r" + std::to_string(i), .from = "10.0.0." + std::to_string(i)}), 204);
  EXPECT_EQ(logged().size(), 100U);
}

}  // namespace
